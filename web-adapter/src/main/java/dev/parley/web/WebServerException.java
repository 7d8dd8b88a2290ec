package dev.parley.web;

import java.io.Serial;

/// The HTTP server could not start, most often because its port is taken.
public final class WebServerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public WebServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
