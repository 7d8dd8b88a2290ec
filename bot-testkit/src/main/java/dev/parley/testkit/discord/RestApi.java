package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Discord's REST API: checks the token, the limits and the content, does it, and remembers it.
final class RestApi {
  private static final String PREFIX = "/api/v10";

  private final World world;
  private final ApiFaults faults = new ApiFaults();
  private final Buckets buckets;
  private final List<Route> routes = new ArrayList<>();
  private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger rateLimited = new AtomicInteger();
  private final AtomicInteger invalid = new AtomicInteger();

  RestApi(World world, FileStore.Address gateway) {
    this.world = world;
    this.buckets = new Buckets(world.rules().limits());
    routes.addAll(new SelfRoutes(world, gateway).routes());
    routes.addAll(new ChannelRoutes(world).routes());
    routes.addAll(new MessageRoutes(world, buckets).routes());
    routes.addAll(new CommandRoutes(world.commands()).routes());
    routes.addAll(new InteractionRoutes(world).routes());
    routes.addAll(new WebhookRoutes(world).routes());
  }

  ApiFaults faults() {
    return faults;
  }

  List<RecordedCall> calls() {
    return List.copyOf(calls);
  }

  int rateLimited() {
    return rateLimited.get();
  }

  int invalid() {
    return invalid.get();
  }

  /// Whether there is a route of this name.
  boolean knows(String pattern) {
    return routes.stream().anyMatch(it -> it.takes(pattern) || Route.matches(pattern, it.name()));
  }

  void serve(Context request) {
    request.header("Via", "1.1 fake");
    String call = call(request);
    ApiFault fault = faults.take(call).orElseGet(() -> new ApiFault.Slow(Duration.ZERO));
    switch (fault) {
      case ApiFault.RateLimited it -> limit(request, it.retryAfter(), it.global());
      case ApiFault.Refused it ->
          refuse(request, new DiscordRefusedException(it.status(), it.code(), it.message()));
      case ApiFault.Status it -> fail(request, it.status());
      case ApiFault.StatusAfterwards it -> {
        carryOut(request, call);
        page(request, it.status());
      }
      case ApiFault.Hang it -> hang(request, it.time());
      case ApiFault.Dropped _ -> drop(request);
      case ApiFault.AnswerLost _ -> {
        carryOut(request, call);
        ApiFaults.drop(request);
      }
      case ApiFault.Slow it -> {
        faults.pause(it.time());
        carryOut(request, call);
      }
    }
  }

  private void fail(Context request, int status) {
    page(request, status);
    record(request, "status " + status);
  }

  private static void page(Context request, int status) {
    request.status(status).contentType("text/html").result("<h1>Server Error</h1>");
  }

  private void hang(Context request, Duration time) {
    record(request, "hang");
    faults.pause(time);
    ApiFaults.drop(request);
  }

  private void drop(Context request) {
    record(request, "dropped");
    ApiFaults.drop(request);
  }

  private static String call(Context request) {
    String path = request.req().getRequestURI().substring(PREFIX.length());
    return request.method() + " " + path.replaceFirst("/$", "");
  }

  private void carryOut(Context request, String call) {
    try {
      Route route = route(request, call);
      List<String> ids = route.ids(call).stream().map(RestApi::decoded).toList();
      List<Buckets.Refusal> refusals = buckets.count(route, ids, request, world.ids().now());
      if (refusals.isEmpty()) {
        answer(request, route, ids);
      } else {
        limit(request, refusals.getFirst().pause(), refusals.getFirst().global());
      }
    } catch (DiscordRefusedException e) {
      refuse(request, e);
    }
  }

  private Route route(Context request, String call) {
    Route route =
        routes.stream()
            .filter(it -> it.takes(call))
            .findFirst()
            .orElseThrow(() -> new DiscordRefusedException(404, 0, "404: Not Found"));
    if (!route.open() && !("Bot " + world.bot().token()).equals(authorization(request))) {
      throw new DiscordRefusedException(401, 0, "401: Unauthorized");
    }
    return route;
  }

  private static String authorization(Context request) {
    return String.valueOf(request.header("Authorization"));
  }

  private static String decoded(String id) {
    return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void answer(Context request, Route route, List<String> ids) {
    JsonNode content = RestBodies.content(request);
    RestCall call =
        new RestCall(world, ids, RestBodies.query(request), content, RestBodies.files(request));
    synchronized (world) {
      Route.Answer answer = route.answering().answer(call);
      world.notifyAll();
      request.status(answer.status());
      if (!answer.body().isMissingNode()) {
        request.contentType("application/json").result(answer.body().toString());
      }
      record(request, "ok");
    }
  }

  private void limit(Context request, Duration wait, boolean global) {
    rateLimited.incrementAndGet();
    invalid.incrementAndGet();
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    request.status(429).header("Retry-After", Long.toString(seconds));
    request.header("X-RateLimit-Scope", global ? "global" : "user");
    if (global) {
      request.header("X-RateLimit-Global", "true");
    }
    ObjectNode body = Json.object().put("message", "You are being rate limited.");
    body.put("retry_after", wait.toMillis() / 1000.0).put("global", global);
    request.contentType("application/json").result(body.toString());
    record(request, "429");
  }

  private void refuse(Context request, DiscordRefusedException problem) {
    if (problem.status() == 401 || problem.status() == 403 || problem.status() == 429) {
      invalid.incrementAndGet();
    }
    request.status(problem.status()).contentType("application/json");
    if (problem.body().has("retry_after")) {
      double seconds = problem.body().path("retry_after").asDouble();
      request.header("Retry-After", Long.toString((long) Math.ceil(seconds)));
    }
    request.result(problem.body().toString());
    record(request, Integer.toString(problem.code()));
  }

  private void record(Context request, String outcome) {
    Optional<JsonNode> content = Optional.empty();
    try {
      content = Optional.of(RestBodies.content(request));
    } catch (DiscordRefusedException e) {
      // what is no JSON is recorded without it
    }
    Map<String, SharedFile> files = RestBodies.files(request);
    calls.add(
        new RecordedCall(
            call(request),
            content.orElse(MissingNode.getInstance()),
            files.values().stream().map(SharedFile::name).toList(),
            outcome,
            world.ids().now()));
  }
}
