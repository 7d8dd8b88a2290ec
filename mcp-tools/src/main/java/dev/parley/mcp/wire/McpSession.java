package dev.parley.mcp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientSession;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/// A connection to an MCP server, from its greeting to its end. All calls block the thread, and end
/// at once when it is interrupted. Safe for use by many threads at once.
///
/// Nothing is offered to the server: no model, no questions to people, no folders. What it asks for
/// is refused.
public final class McpSession implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(McpSession.class);
  private static final TypeRef<JsonNode> NODE = new TypeRef<>() {};
  private static final String CANCELLED = "notifications/cancelled";
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private static final int MOST_PAGES = 50;
  private static final int MOST_TOOLS = 1_000;

  /// Each call has its own, shorter limit.
  private static final Duration NEVER = Duration.ofDays(1);

  private final String name;
  private final ServerLine line;
  private final McpClientSession session;
  private final News news;
  private volatile String version = "";

  private McpSession(String name, ServerLine line, News news) {
    this.name = name;
    this.line = line;
    this.news = news;
    this.session =
        new McpClientSession(
            NEVER,
            new WatchedTransport(line.transport(), () -> news.end(Trouble.FORGOTTEN)),
            Map.of(McpSchema.METHOD_PING, _ -> Mono.just(Map.of())),
            Map.of(
                McpSchema.METHOD_NOTIFICATION_TOOLS_LIST_CHANGED,
                _ -> Mono.fromRunnable(news::toolsChanged)),
            connect -> connect);
    news.onEnd(session::close);
  }

  /// Connects to a server.
  ///
  /// @param name of the server, for the log
  /// @param limit until it has answered the greeting
  /// @throws NoConnectionException where it does not
  public static McpSession open(String name, ServerPlace place, Duration limit)
      throws InterruptedException {
    News news = new News();
    McpSession opened = new McpSession(name, ServerLine.to(name, place, news), news);
    try {
      opened.greet(limit);
      return opened;
    } catch (NoConnectionException | InterruptedException failure) {
      opened.close();
      throw failure;
    }
  }

  private void greet(Duration limit) throws InterruptedException {
    List<String> versions = line.transport().protocolVersions();
    McpSchema.InitializeRequest greeting =
        McpSchema.InitializeRequest.builder(
                versions.getLast(),
                McpSchema.ClientCapabilities.builder().build(),
                McpSchema.Implementation.builder("parley", "1").build())
            .build();
    JsonNode answer = ask(McpSchema.METHOD_INITIALIZE, greeting, limit);
    String spoken = answer.path("protocolVersion").asText();
    if (!versions.contains(spoken)) {
      throw new NoConnectionException("speaks a version of MCP that the bot does not know");
    }
    version = spoken;
    fire(McpSchema.METHOD_NOTIFICATION_INITIALIZED, Map.of());
  }

  /// What happens beside the calls; for one thread.
  public News news() {
    return news;
  }

  /// All tools of the server, as the protocol has them ("Tools", "Listing Tools").
  ///
  /// @throws NoConnectionException where it does not tell
  public List<JsonNode> tools(Duration limit) throws InterruptedException {
    List<JsonNode> tools = new ArrayList<>();
    Map<String, String> page = Map.of();
    for (int read = 0; read < MOST_PAGES && tools.size() < MOST_TOOLS; read++) {
      JsonNode answer = ask(McpSchema.METHOD_TOOLS_LIST, page, limit);
      answer.path("tools").forEach(tools::add);
      String cursor = answer.path("nextCursor").asText("");
      if (cursor.isEmpty()) {
        break;
      }
      page = Map.of("cursor", cursor);
    }
    return tools;
  }

  /// Whether the server still answers: an error is an answer too.
  public boolean answers(Duration limit) throws InterruptedException {
    try {
      return news.ended().isEmpty() && asked(McpSchema.METHOD_PING, Map.of()).get(limit) != null;
    } catch (ExecutionException failure) {
      return failure.getCause() instanceof McpError;
    } catch (TimeoutException _) {
      return false;
    }
  }

  private JsonNode ask(String method, Object parameters, Duration limit)
      throws InterruptedException {
    try {
      return asked(method, parameters).get(limit);
    } catch (ExecutionException failure) {
      log.debug("MCP server {} does not answer {}", name, method, failure);
      throw new NoConnectionException(reason(failure), failure);
    } catch (TimeoutException late) {
      throw new NoConnectionException("does not answer within " + limit.toSeconds() + " s", late);
    }
  }

  private Asked asked(String method, Object parameters) {
    AtomicReference<Object> number = new AtomicReference<>();
    Mono<JsonNode> answer =
        session
            .sendRequest(method, parameters, NODE)
            .contextWrite(context -> context(context).put(WatchedTransport.NUMBER, number));
    Asked asked = new Asked(number, answer.toFuture());
    if (news.ended().isPresent()) {
      session.close();
    }
    return asked;
  }

  /// The HTTP transport tells the server the version with each request.
  private Context context(Context context) {
    return version.isEmpty()
        ? context
        : context.put(McpAsyncClient.NEGOTIATED_PROTOCOL_VERSION, version);
  }

  /// A question that is on its way.
  private record Asked(AtomicReference<Object> number, CompletableFuture<JsonNode> answer) {
    JsonNode get(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
      try {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        answer.cancel(true);
      }
    }
  }

  /// Calls a tool. Where the time is over or the thread is interrupted, the server is told that
  /// nobody waits any more.
  public CallOutcome call(String tool, JsonNode arguments, Duration limit) {
    Asked asked = asked(McpSchema.METHOD_TOOLS_CALL, Map.of("name", tool, "arguments", arguments));
    try {
      return new CallOutcome.Answered(asked.get(limit));
    } catch (TimeoutException _) {
      callOff(asked, "it takes too long");
      news.doubt();
      return new CallOutcome.Unanswered("took longer than " + limit.toSeconds() + " s");
    } catch (InterruptedException _) {
      callOff(asked, "nobody waits for it any more");
      Thread.currentThread().interrupt();
      return new CallOutcome.Unanswered("was stopped before it answered");
    } catch (ExecutionException failure) {
      return failed(failure);
    }
  }

  private CallOutcome failed(ExecutionException failure) {
    log.debug("MCP server {}: a call failed", name, failure);
    if (failure.getCause() instanceof McpError refusal) {
      return new CallOutcome.Refused(
          Optional.ofNullable(refusal.getMessage()).orElse("no reason given"));
    }
    news.doubt();
    return Trouble.isBeforeSending(failure)
        ? new CallOutcome.NotMade(Trouble.told(failure), Trouble.isSessionLost(failure))
        : new CallOutcome.Unanswered(reason(failure));
  }

  private String reason(Throwable failure) {
    return news.ended().orElseGet(() -> Trouble.told(failure));
  }

  private void callOff(Asked asked, String why) {
    Object number = asked.number().get();
    if (number != null) {
      fire(CANCELLED, Map.of("requestId", number, "reason", why));
    }
  }

  /// Sends something that nobody answers.
  private void fire(String method, Object parameters) {
    session
        .sendNotification(method, parameters)
        .contextWrite(this::context)
        .subscribe(
            _ -> {}, failure -> log.debug("MCP server {} was not told {}", name, method, failure));
  }

  /// Ends the connection for this reason, and with it all calls that run.
  ///
  /// @param reason as the end of a sentence that begins with the server
  public void end(String reason) {
    news.end(reason);
  }

  /// Hangs up. Blocks for some seconds at most.
  @Override
  public void close() {
    boolean over = news.ended().isPresent();
    end("was hung up on");
    boolean interrupted = Thread.interrupted();
    try {
      line.transport()
          .closeGracefully()
          .toFuture()
          .get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      log.debug("MCP server {} does not take leave", name, failure);
    } catch (InterruptedException _) {
      interrupted = true;
    }
    line.hangUp().accept(!over);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
