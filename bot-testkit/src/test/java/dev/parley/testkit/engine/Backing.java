package dev.parley.testkit.engine;

import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.InMemoryStorage;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.inbox.RedisStorage;
import dev.parley.testkit.inbox.Storage;
import java.time.Clock;
import java.util.UUID;

/// What a scenario runs on.
enum Backing {
  MEMORY,
  REDIS;

  private static final RedisForTests SERVER = new RedisForTests();
  private static boolean running;

  /// A storage of its own, and the end of it.
  record Opened(Storage storage, Runnable end) {}

  Opened open() {
    return switch (this) {
      case MEMORY -> new Opened(new InMemoryStorage(Clock.systemUTC()), () -> {});
      case REDIS -> {
        RedisStore store = RedisStore.open(server().settings().withPrefix("p" + UUID.randomUUID()));
        yield new Opened(new RedisStorage(store), store::close);
      }
    };
  }

  /// One server for all scenarios of this JVM; it ends with it.
  static synchronized RedisForTests server() {
    if (!running) {
      SERVER.start();
      running = true;
    }
    return SERVER;
  }
}
