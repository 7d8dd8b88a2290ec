package dev.parley.slack.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.methods.MethodsClient;
import dev.parley.secret.Secret;
import dev.parley.slack.api.SlackCallException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the Web API by Slack's own client, within the limits, and reads every kind of failure.
public final class WebApi implements SlackApi {
  private static final Logger LOG = LoggerFactory.getLogger(WebApi.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(30);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /// Errors that Slack answers where it does not know itself what became of the call (Web API
  /// documentation, errors of all methods).
  private static final Set<String> OWN_TROUBLE =
      Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

  private final MethodsClient client;
  private final Supplier<Secret> token;
  private final Budgets budgets;

  /// @param token asked for before each call
  /// @param budgets of the token's workspace
  public WebApi(MethodsClient client, Supplier<Secret> token, Budgets budgets) {
    this.client = client;
    this.token = token;
    this.budgets = budgets;
  }

  @Override
  public JsonNode call(ApiCall call) {
    long deadline = System.nanoTime() + MOST_PATIENCE.toNanos();
    boolean again = call.repeatable();
    while (true) {
      awaitTurn(call, deadline);
      try {
        Optional<JsonNode> answer = tried(call);
        if (answer.isPresent()) {
          return answer.get();
        }
      } catch (SlackCallException failed) {
        if (!again || !failed.mayHaveHappened()) {
          throw failed;
        }
        again = false;
      }
    }
  }

  private void awaitTurn(ApiCall call, long deadline) {
    Optional<Duration> wait = budgets.take(call);
    while (wait.isPresent()) {
      long nanos = wait.get().toNanos();
      if (!call.urgent() || System.nanoTime() + nanos > deadline || Thread.interrupted()) {
        throw new SlackCallException(call.method(), Kind.LIMITED, "ratelimited", null);
      }
      LockSupport.parkNanos(nanos);
      wait = budgets.take(call);
    }
  }

  /// Empty where Slack wants the call later.
  private Optional<JsonNode> tried(ApiCall call) {
    FormBody.Builder form = new FormBody.Builder();
    call.form().forEach(form::add);
    try (Response response =
        client.runPostFormWithToken(form, call.method(), token.get().reveal())) {
      return read(call, response);
    } catch (ConnectException | UnknownHostException away) {
      throw new SlackCallException(call.method(), Kind.UNREACHED, "unreachable", away);
    } catch (IOException broken) {
      throw new SlackCallException(call.method(), Kind.UNKNOWN, "connection lost", broken);
    }
  }

  private Optional<JsonNode> read(ApiCall call, Response response) throws IOException {
    if (response.code() == TOO_MANY_REQUESTS) {
      pause(call, retryAfter(response.header("Retry-After")));
      return Optional.empty();
    }
    if (response.code() >= SERVER_ERROR) {
      throw new SlackCallException(call.method(), Kind.UNKNOWN, "HTTP " + response.code(), null);
    }
    @Nullable ResponseBody body = response.body();
    return checked(call, parsed(call, body == null ? "" : body.string()));
  }

  private static JsonNode parsed(ApiCall call, String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notSlack) {
      throw new SlackCallException(call.method(), Kind.UNKNOWN, "no JSON", notSlack);
    }
  }

  private Optional<JsonNode> checked(ApiCall call, JsonNode answer) {
    if (answer.path("ok").asBoolean()) {
      warn(call, answer);
      return Optional.of(answer);
    }
    String error = answer.path("error").asText("unknown");
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      pause(call, USUAL_PAUSE);
      return Optional.empty();
    }
    Kind kind = OWN_TROUBLE.contains(error) ? Kind.UNKNOWN : Kind.REFUSED;
    throw new SlackCallException(call.method(), kind, error, null);
  }

  private static void warn(ApiCall call, JsonNode answer) {
    if (answer.has("warning")) {
      LOG.debug("{}: {}", call.method(), answer.path("warning").asText());
    }
  }

  private void pause(ApiCall call, Duration time) {
    LOG.info("Slack wants no {} for {} s", call.method(), time.toSeconds());
    budgets.pause(call, time);
  }

  private static Duration retryAfter(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(seconds -> seconds.strip().matches("\\d{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.strip())))
        .orElse(USUAL_PAUSE);
  }
}
