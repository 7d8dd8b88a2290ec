package dev.parley.secret;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A sealed text cannot be opened with the keys that there are, or was changed.
public final class SealedTextException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  SealedTextException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
