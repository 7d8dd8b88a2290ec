package dev.parley.testkit.inbox;

import dev.parley.redis.RedisStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What tests share that look at Redis itself: a server and a store on it, empty for each test.
abstract class RedisTest extends StorageContract {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static RedisStore store;

  @BeforeAll
  static void connect() {
    store = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void disconnect() {
    store.close();
  }

  @Override
  protected Storage newStorage() {
    REDIS.command("FLUSHALL");
    return new RedisStorage(store);
  }
}
