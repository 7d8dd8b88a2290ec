package dev.parley.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mcp.wire.CallOutcome;
import dev.parley.mcp.wire.McpSession;
import dev.parley.mcp.wire.News;
import dev.parley.mcp.wire.NoConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An MCP server that is used: connected to for as long as the bot runs, however often it goes
/// away. One thread of its own looks after it.
final class McpServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(McpServer.class);

  /// Longer than a program has to end by itself.
  private static final Duration INTERRUPT_AGAIN = Duration.ofSeconds(7);

  private final McpServerSettings settings;
  private final BiFunction<McpServer, List<JsonNode>, OfferedTools> offered;
  private final Pace pace;
  private final Clock clock;
  private final ServerState state = new ServerState();
  private final AtomicInteger calls = new AtomicInteger();
  private final Thread keeper;

  /// @param offered the tools of what the server lists
  McpServer(
      McpServerSettings settings,
      BiFunction<McpServer, List<JsonNode>, OfferedTools> offered,
      Pace pace,
      Clock clock) {
    this.settings = settings;
    this.offered = offered;
    this.pace = pace;
    this.clock = clock;
    this.keeper = Thread.ofVirtual().name("mcp-" + settings.name()).unstarted(this::keep);
  }

  McpServerSettings settings() {
    return settings;
  }

  ServerState.Phase phase() {
    return state.now();
  }

  /// Connects, without waiting for it.
  void begin() {
    keeper.start();
  }

  private void keep() {
    int failures = 0;
    try {
      while (!(state.now() instanceof ServerState.Closed)) {
        Instant begun = clock.instant();
        String reason = connected();
        boolean steady = begun.plus(pace.steady()).isBefore(clock.instant());
        failures = steady ? 1 : failures + 1;
        Duration pause = pace.pause(failures);
        tell(failures, reason, pause);
        state.become(new ServerState.Down(reason, clock.instant().plus(pause)));
        state.awaitEnd(pause);
      }
    } catch (InterruptedException _) {
      log.debug("MCP server {} is not used any more", settings.name());
    }
  }

  private void tell(int failures, String reason, Duration pause) {
    String line = "MCP server {} {}; tried again in {} s";
    if (failures == 2) {
      log.warn(line, settings.name(), reason, pause.toSeconds());
    } else {
      log.debug(line, settings.name(), reason, pause.toSeconds());
    }
  }

  /// Connects and stays so for as long as it goes.
  ///
  /// @return why it does not any more
  private String connected() throws InterruptedException {
    try (McpSession session =
        McpSession.open(settings.name(), settings.place(), settings.startLimit())) {
      list(session);
      log.info("MCP server {} is there", settings.name());
      return lookAfter(session);
    } catch (NoConnectionException failure) {
      return failure.reason();
    } catch (RuntimeException broken) {
      log.warn("MCP server {}: the connection broke", settings.name(), broken);
      return "broke off the connection";
    }
  }

  private void list(McpSession session) throws InterruptedException {
    OfferedTools tools = offered.apply(this, session.tools(pace.patience()));
    state.become(new ServerState.Up(session, tools));
  }

  private String lookAfter(McpSession session) throws InterruptedException {
    Instant listed = clock.instant();
    while (true) {
      switch (session.news().await(pace.look())) {
        case News.Piece.Ended(String reason) -> {
          return reason;
        }
        case News.Piece.ToolsChanged _ -> {
          session.news().settle(pace.settle());
          list(session);
          listed = clock.instant();
        }
        case News.Piece.Doubtful _ -> check(session);
        case News.Piece.Quiet _ -> {
          if (calls.get() > 0) {
            continue; // many servers do one thing at a time
          }
          if (listed.plus(pace.relist()).isBefore(clock.instant())) {
            list(session);
            listed = clock.instant();
          } else {
            check(session);
          }
        }
      }
    }
  }

  private void check(McpSession session) throws InterruptedException {
    if (!session.answers(pace.patience())) {
      session.end("does not answer any more");
    }
  }

  /// Calls a tool. Where the server had lost the session before it read the call, the call is made
  /// once more in a new one.
  CallOutcome call(String tool, JsonNode arguments) {
    calls.incrementAndGet();
    try {
      Optional<McpSession> session = state.session();
      if (session.isEmpty()) {
        return new CallOutcome.NotMade("does not answer now", false);
      }
      CallOutcome outcome = session.get().call(tool, arguments, settings.timeLimit());
      return outcome instanceof CallOutcome.NotMade notMade && notMade.sessionLost()
          ? again(session.get(), notMade, tool, arguments)
          : outcome;
    } finally {
      calls.decrementAndGet();
    }
  }

  private CallOutcome again(
      McpSession lost, CallOutcome.NotMade outcome, String tool, JsonNode arguments) {
    try {
      return state
          .awaitOther(lost, pace.patience())
          .map(session -> session.call(tool, arguments, settings.timeLimit()))
          .orElse(outcome);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return outcome;
    }
  }

  /// Disconnects, and ends the server's process where it has one. Blocks for some seconds at most.
  @Override
  public void close() throws InterruptedException {
    state.become(new ServerState.Closed());
    do {
      keeper.interrupt(); // again, since starting a process forgets that it was interrupted
    } while (!keeper.join(INTERRUPT_AGAIN));
  }
}
