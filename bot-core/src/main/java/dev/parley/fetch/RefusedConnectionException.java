package dev.parley.fetch;

import java.io.IOException;
import java.io.Serial;

/// A connection to an address that was not checked.
final class RefusedConnectionException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  RefusedConnectionException() {
    super("not an address that was checked");
  }
}
