package dev.parley.mcp.wire;

import java.io.Serial;

/// A server could not be connected to, or does not answer any more.
public final class NoConnectionException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /// @param reason as the end of a sentence for people that begins with the server
  NoConnectionException(String reason, Throwable cause) {
    super(reason, cause);
  }

  NoConnectionException(String reason) {
    super(reason);
  }

  /// Why, as the end of a sentence for people that begins with the server.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
