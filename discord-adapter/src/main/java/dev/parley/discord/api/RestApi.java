package dev.parley.discord.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.TenantId;
import dev.parley.platform.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls Discord by JDA's own queue of requests, which keeps each route's limits; all instances
/// together stay below the limit for all routes. What fails on Discord's side is tried again, where
/// that does nothing twice.
public final class RestApi implements DiscordApi {
  private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final int ATTEMPTS = 3;
  private static final int NO_CONTENT = 204;

  private final Supplier<Optional<JDA>> connection;
  private final RateLimits limits;
  private final TenantId everything;

  /// @param connection empty until Discord was reached for the first time
  /// @param everything what the limit for all routes is reckoned under
  public RestApi(Supplier<Optional<JDA>> connection, RateLimits limits, TenantId everything) {
    this.connection = connection;
    this.limits = limits;
    this.everything = everything;
  }

  @Override
  public JsonNode call(ApiCall call) {
    for (int attempt = 1; ; attempt++) {
      try {
        awaitTurn(call);
        return once(call);
      } catch (DiscordCallException failed) {
        boolean again = call.repeatable() && !failed.isRefusal() && attempt < ATTEMPTS;
        if (!again || Thread.currentThread().isInterrupted()) {
          if (!failed.isRefusal()) {
            LOG.info("a request to Discord is given up: {}", failed.getMessage());
          }
          throw failed;
        }
        LOG.debug("a request to Discord is repeated: {}", failed.getMessage());
        LockSupport.parkNanos(LONGEST_PAUSE.multipliedBy(attempt).toNanos());
      }
    }
  }

  /// Interactions do not count for the limit of all routes ("Rate Limits"), and cannot wait.
  private void awaitTurn(ApiCall call) {
    if (call.route().getBaseRoute().isInteractionBucket()) {
      return;
    }
    Optional<Duration> wait = limits.take(everything, "requests", Paces.ALL, call.urgent());
    while (wait.isPresent() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(
          (wait.get().compareTo(LONGEST_PAUSE) < 0 ? wait.get() : LONGEST_PAUSE).toNanos());
      wait = limits.take(everything, "requests", Paces.ALL, call.urgent());
    }
  }

  private JsonNode once(ApiCall call) {
    String what = name(call);
    JDA jda = connection.get().orElseThrow(() -> DiscordCallException.notConnected(what));
    try {
      CompletableFuture<JsonNode> answer =
          new RestActionImpl<JsonNode>(
                  jda, call.route(), body(call), (response, _) -> parsed(response))
              .setCheck(call.wanted())
              .deadline(System.currentTimeMillis() + LONGEST.toMillis())
              .submit();
      return answer.get(LONGEST.toMillis() + LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      return failed(call, failed.getCause());
    } catch (CancellationException stopped) {
      return failed(call, stopped);
    } catch (TimeoutException | RejectedExecutionException late) {
      throw DiscordCallException.unanswered(what, "no answer in time", late);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw DiscordCallException.unanswered(what, "interrupted", hurried);
    }
  }

  /// Routes of interactions hold a secret.
  private static String name(ApiCall call) {
    return call.route().getBaseRoute().getMethod() + " " + call.route().getBaseRoute().getRoute();
  }

  /// Calls are cancelled as well where a connection is closed; nobody may take those for done.
  private static JsonNode failed(ApiCall call, @Nullable Throwable cause) {
    String what = name(call);
    return switch (cause) {
      case CancellationException _ when !call.wanted().getAsBoolean() -> MissingNode.getInstance();
      case ErrorResponseException refused when refused.getResponse().getException() == null ->
          throw new DiscordCallException(
              what,
              refused.getResponse().code,
              refused.getErrorCode() == refused.getResponse().code ? 0 : refused.getErrorCode(),
              refused.getMeaning(),
              null);
      case null -> throw DiscordCallException.unanswered(what, "no reason was given", null);
      default -> throw DiscordCallException.unanswered(what, cause.toString(), null);
    };
  }

  /// JDA forgets about a call whose answer cannot be read: nothing may be thrown here.
  private static JsonNode parsed(Response response) {
    if (response.code == NO_CONTENT) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(response.getString());
    } catch (JsonProcessingException notJson) {
      LOG.warn("Discord answered something that is no JSON, with HTTP {}", response.code);
      return MissingNode.getInstance();
    }
  }

  private static @Nullable RequestBody body(ApiCall call) {
    RequestBody content = content(call);
    return content == null || call.repeatable() ? content : OnlyOnce.body(content);
  }

  private static @Nullable RequestBody content(ApiCall call) {
    if (call.files().isEmpty()) {
      return call.body().map(json -> RequestBody.create(bytes(json), JSON_TYPE)).orElse(null);
    }
    ObjectNode json = (ObjectNode) call.body().orElseGet(JSON::createObjectNode);
    MultipartBody.Builder parts = new MultipartBody.Builder().setType(MultipartBody.FORM);
    parts.addFormDataPart("payload_json", null, RequestBody.create(bytes(json), JSON_TYPE));
    List<UploadedFile> files = call.files();
    for (int number = 0; number < files.size(); number++) {
      UploadedFile file = files.get(number);
      parts.addFormDataPart(
          "files[" + number + "]",
          file.name(),
          RequestBody.create(file.content().bytes(), MediaType.parse(file.mediaType())));
    }
    return parts.build();
  }

  /// A torn character becomes a question mark, where Jackson would throw.
  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(UTF_8);
  }
}
