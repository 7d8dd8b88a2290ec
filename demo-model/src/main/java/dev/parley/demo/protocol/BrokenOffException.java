package dev.parley.demo.protocol;

import java.io.Serial;

/// The connection is to break: a handler that fails with this makes the server drop it.
final class BrokenOffException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  BrokenOffException() {
    super("the answer breaks off here");
  }
}
