package dev.parley.httptool;

import java.io.Serial;

/// A service cannot be asked, or did not give what is needed; the message is for the model.
final class CallFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final boolean afterSending;

  CallFailedException(String message) {
    this(message, false);
  }

  private CallFailedException(String message, boolean afterSending) {
    super(message);
    this.afterSending = afterSending;
  }

  /// The same failure once something was sent that may have been done.
  CallFailedException afterSending() {
    return new CallFailedException(String.valueOf(getMessage()), true);
  }

  /// Whether something was sent before that may have been done.
  boolean isAfterSending() {
    return afterSending;
  }
}
