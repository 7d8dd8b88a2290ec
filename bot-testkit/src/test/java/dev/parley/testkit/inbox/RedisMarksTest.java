package dev.parley.testkit.inbox;

import dev.parley.platform.Marks;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.platform.MarksContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Marks in Redis")
class RedisMarksTest extends MarksContract {
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
  protected Marks marks() {
    return store.marks();
  }
}
