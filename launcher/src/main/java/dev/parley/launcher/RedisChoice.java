package dev.parley.launcher;

import dev.parley.launcher.embedded.DataDirectory;
import dev.parley.launcher.embedded.EmbeddedRedis;
import dev.parley.launcher.embedded.EmbeddedRedisException;
import dev.parley.launcher.settings.Settings;
import dev.parley.secret.Secret;
import java.util.List;

/// Which Redis is used: the one that the settings name, or one of the bot's own.
///
/// @param notice tells whoever starts the bot where everything is kept
record RedisChoice(Secret url, String notice) {
  /// Starts the bot's own where it is needed; it ends after everything that was started later.
  static RedisChoice make(Settings settings, Lifetime lifetime) {
    return settings.redis().url().map(RedisChoice::given).orElseGet(() -> own(settings, lifetime));
  }

  private static RedisChoice given(Secret url) {
    RedisAddress address = RedisAddress.of(url);
    address.check();
    return new RedisChoice(url, "in the Redis at " + address);
  }

  private static RedisChoice own(Settings settings, Lifetime lifetime) {
    try {
      DataDirectory directory =
          lifetime.holds("the data directory", DataDirectory.take(settings.dataDirectory()));
      EmbeddedRedis redis =
          lifetime.holds(
              "the embedded Redis",
              EmbeddedRedis.start(directory, settings.redis().embeddedFsync()));
      SecretRedaction.hide(List.of(redis.password()));
      return new RedisChoice(
          redis.url(), "in " + settings.dataDirectory().toAbsolutePath().normalize());
    } catch (EmbeddedRedisException broken) {
      throw new StartException(String.valueOf(broken.getMessage()), broken);
    }
  }
}
