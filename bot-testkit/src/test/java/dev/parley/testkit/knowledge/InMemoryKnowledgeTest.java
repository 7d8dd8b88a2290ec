package dev.parley.testkit.knowledge;

import dev.parley.conversation.PersonalRecords;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.testkit.time.SteppedClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

@DisplayName("A knowledge base in memory")
class InMemoryKnowledgeTest {
  private final InMemoryIngestQueue queue = new InMemoryIngestQueue(new SteppedClock());
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore(queue);
  private final PersonalRecords records =
      (tenant, user) -> queue.forget(tenant, user).and(store.forget(tenant, user));

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
      return new InMemoryIngestQueue(by);
    }
  }
}
