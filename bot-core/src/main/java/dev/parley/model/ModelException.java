package dev.parley.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A model call that failed; the kinds differ by what the caller may do about it.
///
/// Messages are for logs, never for people in chat.
public abstract sealed class ModelException extends RuntimeException
    permits ModelOverloadedException,
        ModelRejectedException,
        ModelUnreachableException,
        ModelUnaffordableException,
        ModelCancelledException {
  @Serial private static final long serialVersionUID = 1;

  protected ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
