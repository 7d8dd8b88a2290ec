package dev.parley.knowledge;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Passages could not be searched for: what the index has on disk cannot be read now. It heals by
/// itself; the same search may be made again.
public final class IndexUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public IndexUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
