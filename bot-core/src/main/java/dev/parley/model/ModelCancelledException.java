package dev.parley.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The call was aborted by this side: its stream was closed, or its thread interrupted.
public final class ModelCancelledException extends ModelException {
  @Serial private static final long serialVersionUID = 1;

  public ModelCancelledException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
