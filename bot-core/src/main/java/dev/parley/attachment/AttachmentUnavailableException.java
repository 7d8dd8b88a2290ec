package dev.parley.attachment;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A file could not be fetched from its platform.
public final class AttachmentUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Why why;

  /// What stands in the way.
  public enum Why {
    /// It was deleted, or never was.
    GONE,
    /// The bot may not read it.
    FORBIDDEN,
    /// It is only a link to another provider's file.
    ELSEWHERE,
    /// The platform did not answer; later it may.
    UNREACHABLE
  }

  public AttachmentUnavailableException(Why why, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
