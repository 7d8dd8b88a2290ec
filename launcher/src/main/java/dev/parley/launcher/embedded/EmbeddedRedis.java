package dev.parley.launcher.embedded;

import dev.parley.launcher.settings.RedisSection.Fsync;
import dev.parley.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Redis server of the bot's own, on loopback with a password, that keeps its append-only file in
/// the data directory: what was in it before is there again.
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final int ATTEMPTS = 3;
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final RedisProcess process;
  private final Secret password;
  private final Fsync fsync;
  private final int port;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("redis-watch").factory());
  private boolean troubled;

  private EmbeddedRedis(RedisProcess process, Secret password, Fsync fsync, int port) {
    this.process = process;
    this.password = password;
    this.fsync = fsync;
    this.port = port;
    var _ =
        watch.scheduleWithFixedDelay(
            this::startAgain, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
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
      return new EmbeddedRedis(process, password, fsync, startOn(process, fsync));
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

  /// A server that ended by itself, or was ended by somebody, is started again where it was: the
  /// bot
  /// finds it there.
  private void startAgain() {
    if (process.running()) {
      return;
    }
    try {
      tell("The embedded Redis has ended, see its log; it is started again");
      process.start(fsync, port);
      troubled = false;
    } catch (IOException broken) {
      tell("The embedded Redis cannot be started again, and is tried on: " + broken.getMessage());
    }
  }

  private void tell(String trouble) {
    if (!troubled) {
      LOG.error(trouble);
    }
    troubled = true;
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
    watch.close();
    try {
      process.end();
    } catch (IOException broken) {
      LOG.warn("The embedded Redis did not end: {}; the next start ends it", broken.getMessage());
    }
  }
}
