package dev.parley.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// No answer came: connection refused or lost, or the time limit passed.
public final class ModelUnreachableException extends ModelException {
  @Serial private static final long serialVersionUID = 1;

  public ModelUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
