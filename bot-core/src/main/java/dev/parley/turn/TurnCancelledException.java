package dev.parley.turn;

import java.io.Serial;

/// The turn was asked to end early.
public final class TurnCancelledException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Cancellation.Cause cause;

  public TurnCancelledException(Cancellation.Cause cause) {
    super("the turn was cancelled: " + cause);
    this.cause = cause;
  }

  /// Why.
  public Cancellation.Cause why() {
    return cause;
  }
}
