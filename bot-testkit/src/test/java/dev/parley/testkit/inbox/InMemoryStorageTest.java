package dev.parley.testkit.inbox;

import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("The storage in memory")
class InMemoryStorageTest {
  private static Storage fresh() {
    return new InMemoryStorage(Clock.systemUTC());
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
