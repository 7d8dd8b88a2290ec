package dev.parley.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The provider refuses the request itself (HTTP 400, 401, 403, 404): trying again changes nothing.
public final class ModelRejectedException extends ModelException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;

  public ModelRejectedException(int status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /// The HTTP status of the refusal.
  public int status() {
    return status;
  }
}
