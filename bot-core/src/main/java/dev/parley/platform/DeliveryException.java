package dev.parley.platform;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A reply that could not be delivered.
public final class DeliveryException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final boolean retriable;

  public DeliveryException(String message, boolean retriable, @Nullable Throwable cause) {
    super(message, cause);
    this.retriable = retriable;
  }

  /// Whether the same delivery may succeed later.
  public boolean retriable() {
    return retriable;
  }
}
