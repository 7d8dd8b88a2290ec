package dev.parley.testkit.inbox;

import dev.parley.redis.RedisStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The storage in Redis")
class RedisStorageTest {
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

  private static Storage fresh() {
    REDIS.command("FLUSHALL");
    return new RedisStorage(store);
  }

  @Nested
  class Messages extends InboxContract {
    @Override
    protected Storage newStorage() {
      return fresh();
    }
  }

  @Nested
  class TakeOvers extends TakeOverContract {
    @Override
    protected Storage newStorage() {
      return fresh();
    }
  }

  @Nested
  class Corrections extends CorrectionsContract {
    @Override
    protected Storage newStorage() {
      return fresh();
    }
  }

  @Nested
  class Past extends PastTurnsContract {
    @Override
    protected Storage newStorage() {
      return fresh();
    }
  }

  @Nested
  class Memory extends MemoryContract {
    @Override
    protected Storage newStorage() {
      return fresh();
    }
  }

  @Nested
  class Conversations extends ConversationStoreContract {
    @Override
    protected Storage newStorage() {
      return fresh();
    }
  }

  @Nested
  class Records extends PersonalRecordsContract {
    @Override
    protected Storage newStorage() {
      return fresh();
    }
  }
}
