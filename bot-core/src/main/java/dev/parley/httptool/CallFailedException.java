package dev.parley.httptool;

import java.io.Serial;

/// A service cannot be asked, or did not give what is needed; the message is for the model.
final class CallFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  CallFailedException(String message) {
    super(message);
  }
}
