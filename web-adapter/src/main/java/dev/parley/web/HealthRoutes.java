package dev.parley.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/// Tells those who watch the process whether it lives, and whether it can work.
final class HealthRoutes implements HttpRoutes {
  private final Readiness readiness;

  HealthRoutes(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.get("/healthz", request -> Json.answer(request, 200, Map.of("status", "alive")));
    config.routes.get("/readyz", this::ready);
  }

  private void ready(Context request) {
    List<String> problems = readiness.problems();
    boolean ready = problems.isEmpty();
    Json.answer(
        request,
        ready ? 200 : 503,
        Map.of("status", ready ? "ready" : "not ready", "problems", problems));
  }
}
