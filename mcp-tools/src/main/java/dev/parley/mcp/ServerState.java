package dev.parley.mcp;

import dev.parley.mcp.wire.McpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How it stands with a server. Safe for use by many threads at once.
final class ServerState {
  private Phase phase = new Starting();

  /// Where in its life a connection is.
  sealed interface Phase {}

  /// It was not connected to yet.
  record Starting() implements Phase {}

  /// It can be called.
  record Up(McpSession session, OfferedTools tools) implements Phase {}

  /// @param reason as the end of a sentence that begins with the server
  /// @param again when it is tried again
  record Down(String reason, Instant again) implements Phase {}

  /// Nobody wants it any more.
  record Closed() implements Phase {}

  synchronized Phase now() {
    return phase;
  }

  synchronized void become(Phase next) {
    if (!(phase instanceof Closed)) {
      phase = next;
      notifyAll();
    }
  }

  Optional<McpSession> session() {
    return now() instanceof Up up ? Optional.of(up.session()) : Optional.empty();
  }

  /// Waits for another session than this one.
  synchronized Optional<McpSession> awaitOther(McpSession old, Duration longest)
      throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (!(phase instanceof Closed)) {
      Optional<McpSession> session = session().filter(other -> other != old);
      long left = (until - System.nanoTime()) / 1_000_000;
      if (session.isPresent() || left <= 0) {
        return session;
      }
      wait(left);
    }
    return Optional.empty();
  }

  /// Waits so long, unless the end comes.
  synchronized void awaitEnd(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    for (long left = longest.toMillis(); left > 0 && !(phase instanceof Closed); ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }
}
