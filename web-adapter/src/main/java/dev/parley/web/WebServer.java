package dev.parley.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server that carries the web chat, the API, health, and what other adapters add.
///
/// It can start before anything else is ready: health is answered at once.
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final WebSettings settings;
  private final Javalin javalin;

  public WebServer(WebSettings settings, Readiness readiness, List<HttpRoutes> contributions) {
    this.settings = settings;
    this.javalin =
        Javalin.create(
            config -> {
              quiet(config);
              guard(config, contributions);
              new HealthRoutes(readiness).addTo(config);
              contributions.forEach(routes -> routes.addTo(config));
              explainErrors(config);
            });
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    // compressed streams would hold events back
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
  }

  private void guard(JavalinConfig config, List<HttpRoutes> contributions) {
    RequestGuard guard = new RequestGuard(settings.allowedHosts());
    Set<String> signed =
        contributions.stream()
            .flatMap(routes -> routes.signedPaths().stream())
            .collect(Collectors.toUnmodifiableSet());
    config.routes.before(
        request -> {
          SecurityHeaders.addTo(request);
          if (!signed.contains(request.path())) {
            guard.check(request);
          }
        });
  }

  private static void explainErrors(JavalinConfig config) {
    config.routes.exception(
        RequestProblem.class,
        (problem, request) ->
            Json.answer(request, problem.status(), RequestProblem.body(problem.sentence())));
    config.routes.exception(
        NotFoundResponse.class,
        (problem, request) ->
            Json.answer(request, 404, RequestProblem.body("There is nothing at this address.")));
    config.routes.exception(MethodNotAllowedResponse.class, WebServer::wrongMethod);
    config.routes.exception(
        HttpResponseException.class,
        (problem, request) ->
            Json.answer(
                request,
                problem.getStatus(),
                RequestProblem.body("The server does not take this request.")));
    config.routes.exception(Exception.class, WebServer::unexpected);
  }

  private static void wrongMethod(MethodNotAllowedResponse problem, Context request) {
    String right = problem.getDetails().getOrDefault("availableMethods", "");
    request.header("Allow", right);
    Json.answer(request, 405, RequestProblem.body("This address takes " + right + " only."));
  }

  private static void unexpected(Exception problem, Context request) {
    LOG.error("{} {} failed", request.req().getMethod(), request.path(), problem);
    Json.answer(request, 500, RequestProblem.body("Something went wrong here. Please try again."));
  }

  /// Begins to listen; returns once the port is bound.
  public void start() {
    try {
      javalin.start(settings.host(), settings.port());
      LOG.debug("listening at {}", url());
    } catch (JavalinBindException e) {
      throw new WebServerException(
          "cannot listen at " + settings.host() + ":" + settings.port() + ": it is taken", e);
    }
  }

  /// The port that is bound, once the server has started.
  public int port() {
    return javalin.port();
  }

  /// Where a browser on this machine finds the chat.
  public URI url() {
    boolean everywhere = settings.host().equals("0.0.0.0") || settings.host().equals("::");
    String host = everywhere ? "localhost" : settings.host();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
