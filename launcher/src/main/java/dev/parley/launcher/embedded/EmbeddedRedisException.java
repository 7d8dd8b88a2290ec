package dev.parley.launcher.embedded;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The bot's own Redis cannot be started; the message is a sentence for whoever starts the bot.
public final class EmbeddedRedisException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  EmbeddedRedisException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  EmbeddedRedisException(String message) {
    this(message, null);
  }
}
