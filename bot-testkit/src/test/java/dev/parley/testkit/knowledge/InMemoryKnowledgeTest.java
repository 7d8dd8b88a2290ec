package dev.parley.testkit.knowledge;

import dev.parley.knowledge.IngestQueue;
import dev.parley.testkit.knowledge.KnowledgeContract.Knowledge;
import dev.parley.testkit.time.SteppedClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("A knowledge base in memory")
class InMemoryKnowledgeTest {
  private final InMemoryIngestQueue queue = new InMemoryIngestQueue(new SteppedClock());
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore(queue);
  private final Knowledge knowledge =
      new Knowledge(
          store,
          queue,
          (tenant, user) -> queue.forget(tenant, user).and(store.forget(tenant, user)));

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
      return new InMemoryIngestQueue(by);
    }
  }
}
