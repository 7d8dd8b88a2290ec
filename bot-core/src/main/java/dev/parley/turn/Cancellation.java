package dev.parley.turn;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Lets other threads end a turn early: at once where it waits for the model or a tool, and never
/// in
/// the middle of storing or posting, which an interrupt would leave in doubt.
public final class Cancellation {
  /// Why a turn ends early.
  public enum Cause {
    /// The asker pressed stop: what is there is the answer.
    STOPPED,
    /// Another instance owns the turn: nothing more is to be done for it here.
    LOST,
    /// This instance goes down: the turn is for another one.
    DRAINING
  }

  private @Nullable Cause cause;
  private @Nullable Thread waiting;

  /// Asks the turn to end; the first cause stays, unless the turn is lost.
  public synchronized void cancel(Cause why) {
    if (cause == null || why == Cause.LOST) {
      cause = why;
    }
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  public synchronized Optional<Cause> cause() {
    return Optional.ofNullable(cause);
  }

  /// Goes on only where the turn was not asked to end.
  ///
  /// @throws TurnCancelledException where it was
  public synchronized void check() {
    if (cause != null) {
      throw new TurnCancelledException(cause);
    }
  }

  /// Does something that may be interrupted by [#cancel(Cause)], and by nothing once it returned.
  ///
  /// @throws TurnCancelledException where the turn was asked to end before or meanwhile
  public <T> T interruptibly(Callable<T> action) {
    enter();
    try {
      return action.call();
    } catch (Exception failure) {
      throw cancelledOr(failure);
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    check();
    waiting = Thread.currentThread();
  }

  private synchronized void leave() {
    waiting = null;
    if (cause != null) {
      Thread.interrupted();
    }
  }

  private synchronized RuntimeException cancelledOr(Exception failure) {
    if (cause != null) {
      return new TurnCancelledException(cause);
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("interrupted without a cause", failure);
  }
}
