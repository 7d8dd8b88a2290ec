package dev.parley.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// An address to which a platform posts what happened there. Whoever takes the requests checks
/// that they are signed, so no browser's page can be behind them, whatever name they were sent to.
public final class Webhook implements HttpRoutes {
  private final String path;
  private final Function<Request, Response> taker;

  /// @param taker of requests; blocks until it knows the answer
  public Webhook(String path, Function<Request, Response> taker) {
    this.path = path;
    this.taker = taker;
  }

  /// A request as it came.
  @SuppressWarnings("ArrayRecordComponent") // signed byte by byte, and never compared
  public record Request(
      String path, Map<String, List<String>> headers, byte[] body, String remoteAddress) {}

  /// What is answered.
  public record Response(int status, String contentType, String body) {}

  @Override
  public void addTo(JavalinConfig config) {
    config.routes.post(path, this::take);
  }

  @Override
  public Set<String> signedPaths() {
    return Set.of(path);
  }

  private void take(Context request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.headerMap().forEach((name, value) -> headers.put(name, List.of(value)));
    Response response =
        taker.apply(new Request(path, headers, request.bodyAsBytes(), request.ip()));
    request.status(response.status()).contentType(response.contentType()).result(response.body());
  }
}
