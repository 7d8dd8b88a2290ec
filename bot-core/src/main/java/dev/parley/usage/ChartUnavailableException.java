package dev.parley.usage;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A picture could not be drawn. The message is one sentence for the log.
public final class ChartUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public ChartUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
