package dev.parley.lucene;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.KnowledgeStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// The changed documents of a tenant that its index does not have yet. New changes go before those
/// that wait, so that none waits for a whole index to be made.
final class Backlog {
  /// How many documents are asked for at once.
  private static final int BATCH = 50;

  /// After which time others have their turn.
  private static final Duration SLICE = Duration.ofSeconds(1);

  private final TenantId tenant;
  private final TenantIndex index;
  private final KnowledgeStore store;
  private final SequencedSet<DocumentId> waiting = new LinkedHashSet<>();
  private Changes.Point known;

  Backlog(TenantId tenant, TenantIndex index, KnowledgeStore store) {
    this.tenant = tenant;
    this.index = index;
    this.store = store;
    this.known = index.point();
  }

  /// Whether it is the one for an index.
  boolean isFor(TenantIndex other) {
    return index == other;
  }

  /// Brings some documents of the index up to date.
  ///
  /// @return whether there are more
  boolean advance() throws IOException {
    look();
    if (!waiting.isEmpty()) {
      work();
    }
    index.settle(waiting.isEmpty() ? Optional.of(known) : Optional.empty());
    return !waiting.isEmpty();
  }

  private void look() throws IOException {
    Changes changes = store.changesSince(tenant, known);
    if (changes.all()) {
      waiting.clear();
      waiting.addAll(changes.documents());
      for (DocumentId indexed : index.documents()) {
        if (!waiting.contains(indexed)) {
          waiting.addFirst(indexed);
        }
      }
    } else {
      changes.documents().forEach(waiting::addFirst);
    }
    known = changes.until();
  }

  private void work() throws IOException {
    long end = System.nanoTime() + SLICE.toNanos();
    List<DocumentId> batch = waiting.stream().limit(BATCH).toList();
    Map<DocumentId, Document> there = store.documents(tenant, batch);
    List<DocumentId> done = new ArrayList<>();
    for (DocumentId id : batch) {
      renew(id, Optional.ofNullable(there.get(id)));
      done.add(id);
      if (System.nanoTime() - end > 0) {
        break;
      }
    }
    index.show();
    done.forEach(waiting::remove);
  }

  private void renew(DocumentId id, Optional<Document> current) throws IOException {
    if (current.isEmpty()) {
      index.remove(id);
    } else if (!index.has(current.get())) {
      List<EmbeddedPassage> passages = store.passages(current.get());
      // else there is a newer version, which is among the next changes
      if (passages.size() == current.get().passages()) {
        index.put(current.get(), passages);
      }
    }
  }
}
