package dev.parley.mcp.wire;

import java.time.Duration;
import java.util.Optional;

/// What happens to a connection beside its calls, for the one thread that looks after it.
public final class News {
  private boolean toolsChanged;
  private boolean doubtful;
  private Optional<String> end = Optional.empty();
  private Runnable onEnd = () -> {};

  /// One piece of news.
  public sealed interface Piece {
    /// The connection is over.
    ///
    /// @param reason as the end of a sentence that begins with the server
    record Ended(String reason) implements Piece {}

    /// The server offers other tools than before.
    record ToolsChanged() implements Piece {}

    /// Something broke: the server may be gone.
    record Doubtful() implements Piece {}

    /// Nothing happened.
    record Quiet() implements Piece {}
  }

  synchronized void toolsChanged() {
    toolsChanged = true;
    notifyAll();
  }

  /// Has the server looked after.
  public synchronized void doubt() {
    doubtful = true;
    notifyAll();
  }

  /// The first reason stays.
  void end(String reason) {
    noted(reason).run();
  }

  private synchronized Runnable noted(String reason) {
    if (end.isEmpty()) {
      end = Optional.of(reason);
    }
    notifyAll();
    return onEnd;
  }

  /// What is to be done at the end, by the thread that reports it; at once where it came before.
  void onEnd(Runnable action) {
    boolean over;
    synchronized (this) {
      onEnd = action;
      over = end.isPresent();
    }
    if (over) {
      action.run();
    }
  }

  synchronized Optional<String> ended() {
    return end;
  }

  /// The next piece, however often it was reported; the end comes first, and stays.
  public synchronized Piece await(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (end.isEmpty() && !toolsChanged && !doubtful) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return new Piece.Quiet();
      }
      wait(left);
    }
    return taken();
  }

  private Piece taken() {
    if (end.isPresent()) {
      return new Piece.Ended(end.get());
    }
    if (doubtful) {
      doubtful = false;
      return new Piece.Doubtful();
    }
    toolsChanged = false;
    return new Piece.ToolsChanged();
  }

  /// Lets more news come together, unless the end comes.
  public synchronized void settle(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toMillis(); left > 0 && end.isEmpty(); ) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }
}
