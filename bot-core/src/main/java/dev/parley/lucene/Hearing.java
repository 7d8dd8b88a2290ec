package dev.parley.lucene;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.KnowledgeStore;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the tenants in which something changed into a queue, from when the store could be asked to
/// tell.
final class Hearing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Hearing.class);

  private final KnowledgeStore store;
  private final Queue<Optional<TenantId>> news;
  private @Nullable AutoCloseable listening;

  Hearing(KnowledgeStore store, Queue<Optional<TenantId>> news) {
    this.store = store;
    this.news = news;
  }

  /// Begins, where it did not yet.
  void begin() {
    if (listening == null) {
      listening = store.onChange(tenant -> news.add(Optional.of(tenant)));
    }
  }

  @Override
  public void close() {
    try {
      if (listening != null) {
        listening.close();
      }
    } catch (Exception stuck) {
      log.warn("Changes of documents are told on", stuck);
    }
  }
}
