package dev.parley.testkit.inbox;

import dev.parley.platform.RoomLog;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.platform.RoomLogContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The room log in Redis")
class RedisRoomLogTest extends RoomLogContract {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();
  private static final int KEPT = 50;

  private static RedisStore store;
  private static RedisStore other;

  @BeforeAll
  static void connect() {
    store = RedisStore.open(REDIS.settings());
    other = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void disconnect() {
    store.close();
    other.close();
  }

  @Override
  protected RoomLog roomLog() {
    return store.roomLog(KEPT);
  }

  @Override
  protected RoomLog roomLogOfAnotherInstance() {
    return other.roomLog(KEPT);
  }

  @Override
  protected int postsKept() {
    return KEPT;
  }
}
