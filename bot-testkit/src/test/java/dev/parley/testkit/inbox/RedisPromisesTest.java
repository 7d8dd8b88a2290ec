package dev.parley.testkit.inbox;

import dev.parley.platform.Promises;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.platform.PromisesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Promises in Redis")
class RedisPromisesTest extends PromisesContract {
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
  protected Promises promises() {
    return store.promises();
  }
}
