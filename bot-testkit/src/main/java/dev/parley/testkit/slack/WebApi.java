package dev.parley.testkit.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Slack's Web API: checks the token, the limits and the arguments, does it, and remembers it.
final class WebApi {
  private final Backstage backstage;
  private final SlackWorkspaces workspaces;
  private final SocketRoute sockets;
  private final ApiFaults faults = new ApiFaults();
  private final Tiers tiers;
  private final Map<String, ApiMethod> methods = new HashMap<>();
  private final List<RecordedCall> calls = new CopyOnWriteArrayList<>();

  WebApi(Backstage backstage, SlackWorkspaces workspaces, SocketRoute sockets) {
    this.backstage = backstage;
    this.workspaces = workspaces;
    this.sockets = sockets;
    this.tiers = new Tiers(backstage.rules().callsPerMinute());
    methods.putAll(AppMethods.methods());
    methods.putAll(ChatMethods.methods());
    methods.putAll(new StreamMethods(backstage.rules()).methods());
    methods.putAll(PaneMethods.methods());
    methods.putAll(new ConversationMethods(backstage.rules()).methods());
    methods.putAll(new FileMethods(backstage.address()).methods());
  }

  List<RecordedCall> calls() {
    return List.copyOf(calls);
  }

  ApiFaults faults() {
    return faults;
  }

  void serve(Context request) {
    String method = request.pathParam("method");
    ApiFault fault = faults.take(method).orElseGet(() -> new ApiFault.Slow(Duration.ZERO));
    switch (fault) {
      case ApiFault.RateLimited it -> limited(request, method, it.retryAfter());
      case ApiFault.Refused it -> {
        answer(request, refusal(new SlackRefusedException(it.error())));
        record(request, method, it.error());
      }
      case ApiFault.Status it -> {
        request.status(it.status()).contentType("text/html").result("<h1>Server Error</h1>");
        record(request, method, "status " + it.status());
      }
      case ApiFault.Hang it -> {
        record(request, method, "hang");
        faults.pause(it.time());
        ApiFaults.drop(request);
      }
      case ApiFault.Dropped it -> {
        record(request, method, "dropped");
        ApiFaults.drop(request);
      }
      case ApiFault.AnswerLost it -> {
        carryOut(request, method);
        ApiFaults.drop(request);
      }
      case ApiFault.Slow it -> {
        faults.pause(it.time());
        carryOut(request, method);
      }
    }
  }

  private void limited(Context request, String method, Duration wait) {
    long seconds = Math.max(1, wait.toSeconds());
    request.status(429).header("Retry-After", Long.toString(seconds));
    answer(request, refusal(new SlackRefusedException("ratelimited")));
    record(request, method, "ratelimited");
  }

  private void carryOut(Context request, String method) {
    try {
      ApiArguments arguments = ApiArguments.of(request);
      if (!unbound(request, method, arguments)) {
        bound(request, method, arguments);
      }
    } catch (SlackRefusedException e) {
      answer(request, refusal(e));
      record(request, method, e.error());
    }
  }

  /// Does what needs no workspace's token.
  private boolean unbound(Context request, String method, ApiArguments arguments) {
    Optional<ObjectNode> done =
        switch (method) {
          case "apps.connections.open" -> Optional.of(connection(arguments));
          case "oauth.v2.access" -> Optional.of(access(request, arguments));
          case "api.test" -> Optional.of(Json.object());
          default -> Optional.empty();
        };
    done.ifPresent(fields -> succeed(request, method, fields, arguments.warnings()));
    return done.isPresent();
  }

  private ObjectNode connection(ApiArguments arguments) {
    if (arguments.token().isEmpty()) {
      throw new SlackRefusedException("not_authed");
    }
    if (!arguments.token().equals(backstage.app().appToken())) {
      boolean other = workspaces.withToken(arguments.token()).isPresent();
      throw new SlackRefusedException(other ? "not_allowed_token_type" : "invalid_auth");
    }
    String base = backstage.address().url().replaceFirst("^http", "ws");
    return Json.object().put("url", base + "/link/?ticket=" + sockets.ticket());
  }

  private ObjectNode access(Context request, ApiArguments arguments) {
    String id = arguments.text("client_id");
    String secret = arguments.text("client_secret");
    String header = String.valueOf(request.header("Authorization"));
    if (header.startsWith("Basic ")) {
      String pair = new String(Base64.getDecoder().decode(header.substring(6)), UTF_8);
      int colon = pair.indexOf(':');
      id = pair.substring(0, Math.max(0, colon));
      secret = pair.substring(colon + 1);
    }
    if (!id.equals(backstage.app().clientId())) {
      throw new SlackRefusedException("invalid_client_id");
    }
    if (!secret.equals(backstage.app().clientSecret())) {
      throw new SlackRefusedException("bad_client_secret");
    }
    boolean refresh = arguments.text("grant_type").equals("refresh_token");
    String given = arguments.text(refresh ? "refresh_token" : "code");
    return workspaces
        .thatIssued(given)
        .orElseThrow(
            () -> new SlackRefusedException(refresh ? "invalid_refresh_token" : "invalid_code"))
        .installation()
        .exchange(given, refresh);
  }

  private void bound(Context request, String method, ApiArguments arguments) {
    ApiMethod known = methods.get(method);
    if (known == null) {
      throw new SlackRefusedException("unknown_method");
    }
    SlackWorkspace workspace = workspaces.authenticated(arguments.token());
    ApiCall call = new ApiCall(method, workspace, arguments.values(), arguments.warnings());
    Duration wait = tiers.count(call, backstage.ids().now());
    if (wait.isPositive()) {
      limited(request, method, wait);
      return;
    }
    synchronized (workspace) {
      ObjectNode fields = known.answer(call);
      succeed(request, method, fields, call.warnings());
    }
  }

  private void succeed(Context request, String method, ObjectNode fields, List<String> warnings) {
    ObjectNode answer = Json.object().put("ok", true);
    answer.setAll(fields);
    warn(answer, warnings);
    answer(request, answer);
    record(request, method, "ok");
  }

  private static ObjectNode refusal(SlackRefusedException problem) {
    ObjectNode answer = Json.object().put("ok", false).put("error", problem.error());
    if (!problem.reasons().isEmpty()) {
      ArrayNode messages = answer.putObject("response_metadata").putArray("messages");
      problem.reasons().forEach(messages::add);
    }
    return answer;
  }

  private static void warn(ObjectNode answer, List<String> warnings) {
    if (!warnings.isEmpty()) {
      answer.put("warning", String.join(",", warnings));
      ArrayNode list = answer.withObject("/response_metadata").putArray("warnings");
      warnings.forEach(list::add);
    }
  }

  private static void answer(Context request, ObjectNode answer) {
    request.contentType("application/json; charset=utf-8").result(answer.toString());
  }

  private void record(Context request, String method, String outcome) {
    ApiArguments arguments;
    try {
      arguments = ApiArguments.of(request);
    } catch (SlackRefusedException e) {
      arguments = new ApiArguments("", Map.of(), List.of());
    }
    calls.add(
        new RecordedCall(
            method, arguments.token(), arguments.values(), outcome, backstage.ids().now()));
  }
}
