package dev.parley.launcher.embedded;

import dev.parley.launcher.settings.RedisSection.Fsync;
import dev.parley.secret.Secret;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Redis server of the bot's own, on loopback with a password, that keeps its append-only file in
/// the data directory: what was in it before is there again.
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final int ATTEMPTS = 3;

  private final RedisProcess process;
  private final Secret password;
  private final int port;

  private EmbeddedRedis(RedisProcess process, Secret password, int port) {
    this.process = process;
    this.password = password;
    this.port = port;
  }

  /// Starts the server, and ends the one that a killed instance left behind before.
  ///
  /// @param directory taken, and to be closed after the server only
  public static EmbeddedRedis start(DataDirectory directory, Fsync fsync) {
    try {
      Secret password = PasswordFile.readOrMake(directory.redis().resolve("password"));
      RedisProcess process = new RedisProcess(directory.redis(), password);
      if (process.end()) {
        LOG.info("Ended the Redis server that a killed instance left behind");
      }
      return new EmbeddedRedis(process, password, startOn(process, fsync));
    } catch (IOException broken) {
      throw new EmbeddedRedisException(
          "The embedded Redis cannot be started: %s. Set REDIS_URL to use a Redis of your own."
              .formatted(broken.getMessage()),
          broken);
    }
  }

  /// Another program may take the free port before the server does, so there is more than one try.
  private static int startOn(RedisProcess process, Fsync fsync) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return process.start(fsync);
      } catch (IOException broken) {
        if (attempt == ATTEMPTS || process.running()) {
          throw broken;
        }
      }
    }
  }

  /// Where it is, with its password.
  public Secret url() {
    return Secret.of("redis://:" + password.reveal() + "@127.0.0.1:" + port);
  }

  /// The password alone, so that it can be kept out of logs.
  public Secret password() {
    return password;
  }

  @Override
  public void close() {
    try {
      process.end();
    } catch (IOException broken) {
      LOG.warn("The embedded Redis did not end: {}; the next start ends it", broken.getMessage());
    }
  }
}
