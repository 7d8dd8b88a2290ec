package dev.parley.testkit.knowledge;

import dev.parley.knowledge.IngestQueue;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.knowledge.KnowledgeContract.Knowledge;
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

  private final Knowledge knowledge =
      new Knowledge(
          redis.knowledge(),
          redis.ingestQueue(new SteppedClock()),
          redis.personalRecords(Duration.ofSeconds(1)));

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
    protected Knowledge knowledge() {
      return knowledge;
    }
  }

  @Nested
  @DisplayName("for many at once")
  class AtOnce extends KnowledgeAtOnceContract {
    @Override
    protected Knowledge knowledge() {
      return knowledge;
    }
  }

  @Nested
  @DisplayName("as what tells of changes")
  class News extends KnowledgeChangesContract {
    @Override
    protected Knowledge knowledge() {
      return knowledge;
    }
  }

  @Nested
  @DisplayName("as what forgets people")
  class Erasure extends KnowledgeErasureContract {
    @Override
    protected Knowledge knowledge() {
      return knowledge;
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
