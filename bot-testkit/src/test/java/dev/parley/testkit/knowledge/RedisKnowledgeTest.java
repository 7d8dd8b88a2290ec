package dev.parley.testkit.knowledge;

import dev.parley.conversation.PersonalRecords;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.time.SteppedClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A knowledge base in Redis")
class RedisKnowledgeTest {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static RedisStore redis;

  private final KnowledgeStore store = redis.knowledge();
  private final IngestQueue queue = redis.ingestQueue(new SteppedClock());
  private final PersonalRecords records = redis.personalRecords(Duration.ofSeconds(1));

  @BeforeAll
  static void connect() {
    redis = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void disconnect() {
    redis.close();
  }

  @BeforeEach
  void empty() {
    REDIS.command("FLUSHALL");
  }

  @Nested
  @DisplayName("as a store of documents")
  class Documents extends KnowledgeStoreContract {
    @Override
    protected KnowledgeStore store() {
      return store;
    }

    @Override
    protected IngestQueue queue() {
      return queue;
    }

    @Override
    protected PersonalRecords records() {
      return records;
    }
  }

  @Nested
  @DisplayName("as what tells of changes")
  class News extends KnowledgeChangesContract {
    @Override
    protected KnowledgeStore store() {
      return store;
    }

    @Override
    protected IngestQueue queue() {
      return queue;
    }

    @Override
    protected PersonalRecords records() {
      return records;
    }
  }

  @Nested
  @DisplayName("as what forgets people")
  class Erasure extends KnowledgeErasureContract {
    @Override
    protected KnowledgeStore store() {
      return store;
    }

    @Override
    protected IngestQueue queue() {
      return queue;
    }

    @Override
    protected PersonalRecords records() {
      return records;
    }
  }

  @Nested
  @DisplayName("as a queue of what is to be read in")
  class Queue extends IngestQueueContract {
    @Override
    protected IngestQueue newQueue(SteppedClock by) {
      return redis.ingestQueue(by);
    }
  }
}
