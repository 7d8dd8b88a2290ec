package dev.parley.testkit.knowledge;

import dev.parley.conversation.Erased;
import dev.parley.conversation.PersonalRecords;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.model.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All documents in this process alone.
public final class InMemoryKnowledgeStore implements KnowledgeStore, PersonalRecords {
  private final String history = UUID.randomUUID().toString();
  private final Predicate<ClaimedJob> holds;
  private final Map<Text, Embedding> embeddings = new HashMap<>();
  private final Map<TenantId, Shelf> shelves = new HashMap<>();
  private final List<Consumer<TenantId>> listeners = new CopyOnWriteArrayList<>();

  /// A store for which every claim holds.
  public InMemoryKnowledgeStore() {
    this(_ -> true);
  }

  /// A store that publishes for jobs of this queue as long as they are the claimant's.
  public InMemoryKnowledgeStore(InMemoryIngestQueue queue) {
    this(queue::holds);
  }

  private InMemoryKnowledgeStore(Predicate<ClaimedJob> holds) {
    this.holds = holds;
  }

  /// A text whose vector is kept.
  private record Text(TenantId tenant, String space, String hash) {}

  private Shelf shelf(TenantId tenant) {
    return shelves.computeIfAbsent(tenant, _ -> new Shelf());
  }

  @Override
  public synchronized Set<TenantId> tenants() {
    return shelves.keySet().stream()
        .filter(tenant -> shelf(tenant).last() > 0)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized List<Document> documents(TenantId tenant) {
    return List.copyOf(shelf(tenant).documents().values());
  }

  @Override
  public synchronized Map<DocumentId, Document> documents(
      TenantId tenant, Collection<DocumentId> ids) {
    Map<DocumentId, Document> all = shelf(tenant).documents();
    return ids.stream()
        .filter(all::containsKey)
        .distinct()
        .collect(Collectors.toMap(id -> id, all::get));
  }

  @Override
  public synchronized List<EmbeddedPassage> passages(Document document) {
    Shelf shelf = shelf(document.tenant());
    return Optional.ofNullable(shelf.documents().get(document.id()))
        .filter(there -> there.version().equals(document.version()))
        .map(there -> shelf.passages().getOrDefault(there.id(), List.of()))
        .orElse(List.of());
  }

  @Override
  public Published publish(
      Document document,
      List<EmbeddedPassage> passages,
      Limits limits,
      Optional<ClaimedJob> claimed) {
    Published published = put(document, passages, limits, claimed);
    if (published == Published.DONE) {
      tell(document.tenant());
    }
    return published;
  }

  @Override
  public Published publish(
      Optional<Document> before, Document document, List<EmbeddedPassage> passages, Limits limits) {
    Published published;
    synchronized (this) {
      Optional<Document> now = document(document.tenant(), document.id());
      boolean same =
          now.map(Document::version).equals(before.map(Document::version))
              && now.map(Document::audience).equals(before.map(Document::audience));
      published = same ? put(document, passages, limits, Optional.empty()) : Published.OVERTAKEN;
    }
    tell(document.tenant());
    return published;
  }

  private synchronized Published put(
      Document document,
      List<EmbeddedPassage> passages,
      Limits limits,
      Optional<ClaimedJob> claimed) {
    if (claimed.isPresent() && !holds.test(claimed.get())) {
      return Published.NOT_WANTED;
    }
    Shelf shelf = shelf(document.tenant());
    Document there = shelf.documents().get(document.id());
    List<Document> others = new ArrayList<>(shelf.documents().values());
    others.removeIf(other -> other.id().equals(document.id()));
    if (others.size() >= limits.documents()) {
      return Published.TOO_MANY_DOCUMENTS;
    }
    long characters = others.stream().mapToLong(Document::characters).sum();
    if (characters + document.characters() > limits.characters()) {
      return Published.TOO_MANY_CHARACTERS;
    }
    shelf
        .documents()
        .put(
            document.id(),
            there == null
                ? document
                : claimed.map(job -> document.inPlaceOf(there, job.job())).orElse(document));
    shelf.passages().put(document.id(), List.copyOf(passages));
    changed(shelf, document.id());
    return Published.DONE;
  }

  private static void changed(Shelf shelf, DocumentId id) {
    shelf.changes().put(id, shelf.last() + 1);
  }

  private void tell(TenantId tenant) {
    listeners.forEach(listener -> listener.accept(tenant));
  }

  @Override
  public synchronized void checked(Document document, Instant when) {
    shelf(document.tenant())
        .documents()
        .computeIfPresent(
            document.id(),
            (_, there) ->
                there.version().equals(document.version()) ? there.checkedAt(when) : there);
  }

  @Override
  public boolean remove(TenantId tenant, DocumentId id) {
    boolean there;
    synchronized (this) {
      Shelf shelf = shelf(tenant);
      there = shelf.documents().remove(id) != null;
      shelf.passages().remove(id);
      shelf.uses().remove(id);
      if (there) {
        changed(shelf, id);
      }
    }
    if (there) {
      tell(tenant);
    }
    return there;
  }

  @Override
  public boolean changeAudience(TenantId tenant, DocumentId id, DocumentAudience audience) {
    boolean there;
    synchronized (this) {
      Shelf shelf = shelf(tenant);
      there =
          shelf.documents().computeIfPresent(id, (_, old) -> old.withAudience(audience)) != null;
      if (there) {
        changed(shelf, id);
      }
    }
    if (there) {
      tell(tenant);
    }
    return there;
  }

  @Override
  public synchronized Changes changesSince(TenantId tenant, Changes.Point point) {
    Shelf shelf = shelf(tenant);
    Changes.Point now = new Changes.Point(history, shelf.last());
    if (!point.history().equals(history) || point.number() > now.number()) {
      return new Changes(now, true, List.copyOf(shelf.documents().keySet()));
    }
    return new Changes(
        now,
        false,
        shelf.changes().entrySet().stream()
            .filter(change -> change.getValue() > point.number())
            .map(Map.Entry::getKey)
            .toList());
  }

  @Override
  public AutoCloseable onChange(Consumer<TenantId> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public synchronized void used(TenantId tenant, Collection<DocumentId> documents, Instant when) {
    Shelf shelf = shelf(tenant);
    for (DocumentId id : Set.copyOf(documents)) {
      if (shelf.documents().containsKey(id)) {
        shelf.uses().merge(id, new Use(when, 1), (old, use) -> both(old, use));
      }
    }
  }

  private static Use both(Use old, Use use) {
    Instant last = old.last().isAfter(use.last()) ? old.last() : use.last();
    return new Use(last, old.times() + use.times());
  }

  @Override
  public synchronized Map<DocumentId, Use> uses(TenantId tenant) {
    return Map.copyOf(shelf(tenant).uses());
  }

  @Override
  public synchronized Map<String, Embedding> embeddings(
      TenantId tenant, String space, Collection<String> hashes) {
    Map<String, Embedding> found = new HashMap<>();
    for (String hash : hashes) {
      Optional.ofNullable(embeddings.get(new Text(tenant, space, hash)))
          .ifPresent(embedding -> found.put(hash, embedding));
    }
    return found;
  }

  @Override
  public synchronized void keepEmbeddings(
      TenantId tenant, String space, Map<String, Embedding> kept) {
    kept.forEach((hash, vector) -> embeddings.put(new Text(tenant, space, hash), vector));
  }

  @Override
  public Erased forget(TenantId tenant, UserId user) {
    Map<Erased.Kind, Integer> counts = new EnumMap<>(Erased.Kind.class);
    for (Document document : documents(tenant)) {
      Optional<Document> left = document.without(user);
      if (left.isEmpty()) {
        remove(tenant, document.id());
        counts.merge(Erased.Kind.DOCUMENT, 1, Integer::sum);
      } else if (!left.get().equals(document)) {
        replace(left.get());
        counts.merge(Erased.Kind.DOCUMENT_NAME, 1, Integer::sum);
      }
    }
    return new Erased(counts, 0);
  }

  private void replace(Document document) {
    synchronized (this) {
      Shelf shelf = shelf(document.tenant());
      shelf.documents().put(document.id(), document);
      changed(shelf, document.id());
    }
    tell(document.tenant());
  }
}
