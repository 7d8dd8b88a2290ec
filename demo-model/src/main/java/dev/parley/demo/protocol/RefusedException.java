package dev.parley.demo.protocol;

import java.io.Serial;

/// The protocol refuses a request.
final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient ProtocolError error;

  RefusedException(ProtocolError error) {
    super(error.message());
    this.error = error;
  }

  static RefusedException because(String message) {
    return new RefusedException(ProtocolError.of(400, message));
  }

  ProtocolError error() {
    return error;
  }
}
