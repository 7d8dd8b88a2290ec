package dev.parley.launcher;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The bot cannot start; the message is a sentence for whoever starts it.
final class StartException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  StartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
