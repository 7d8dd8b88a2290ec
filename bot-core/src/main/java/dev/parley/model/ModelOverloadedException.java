package dev.parley.model;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The provider has no room now (HTTP 429, 500, 503, 504): later, or another model, may do.
public final class ModelOverloadedException extends ModelException {
  @Serial private static final long serialVersionUID = 1;

  private final @Nullable Duration hint;

  public ModelOverloadedException(
      String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.hint = retryAfter.orElse(null);
  }

  /// How long the provider asks to wait.
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(hint);
  }
}
