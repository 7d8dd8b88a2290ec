package dev.parley.web;

import io.javalin.config.JavalinConfig;
import java.util.function.Supplier;

/// What the bot counts, for Prometheus to fetch.
public final class MetricsRoutes implements HttpRoutes {
  /// Where it is.
  public static final String PATH = "/metrics";

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<String> metrics;

  /// @param metrics in Prometheus' text format
  public MetricsRoutes(Supplier<String> metrics) {
    this.metrics = metrics;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get(PATH, request -> request.contentType(TYPE).result(metrics.get()));
  }
}
