package dev.parley.inbox;

import java.io.Serial;

/// Another instance owns the turn now; whatever this one still has of it is void.
public final class TurnLostException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public TurnLostException(Lease lease) {
    super("turn " + lease.turn() + " is not owned with token " + lease.token() + " any more");
  }
}
