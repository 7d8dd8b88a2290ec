package dev.parley.conversation;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The store did not answer; whether the request took effect is unknown. The same request may be
/// made again.
public final class StoreUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
