package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.KnowledgeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// All documents in this process alone.
public final class InMemoryKnowledgeStore implements KnowledgeStore {
  private final String history = UUID.randomUUID().toString();
  private final Map<TenantId, Shelf> shelves = new HashMap<>();
  private final List<Consumer<TenantId>> listeners = new CopyOnWriteArrayList<>();

  /// What a tenant has.
  ///
  /// @param changes the number of the last change of each document, also of removed ones
  private record Shelf(
      Map<DocumentId, Document> documents,
      Map<DocumentId, List<EmbeddedPassage>> passages,
      Map<DocumentId, Use> uses,
      Map<DocumentId, Long> changes) {
    Shelf() {
      this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
    }

    long last() {
      return changes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }

  private Shelf shelf(TenantId tenant) {
    return shelves.computeIfAbsent(tenant, _ -> new Shelf());
  }

  @Override
  public synchronized Set<TenantId> tenants() {
    return Set.copyOf(shelves.keySet());
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
  public Published publish(Document document, List<EmbeddedPassage> passages, Limits limits) {
    Published published = put(document, passages, limits);
    tell(document.tenant());
    return published;
  }

  private synchronized Published put(
      Document document, List<EmbeddedPassage> passages, Limits limits) {
    Shelf shelf = shelf(document.tenant());
    List<Document> others = new ArrayList<>(shelf.documents().values());
    others.removeIf(other -> other.id().equals(document.id()));
    if (others.size() >= limits.documents()) {
      return Published.TOO_MANY_DOCUMENTS;
    }
    long characters = others.stream().mapToLong(Document::characters).sum();
    if (characters + document.characters() > limits.characters()) {
      return Published.TOO_MANY_CHARACTERS;
    }
    shelf.documents().put(document.id(), document);
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
    tell(tenant);
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
    tell(tenant);
    return there;
  }

  @Override
  public synchronized Changes changesSince(TenantId tenant, Changes.Point point) {
    Shelf shelf = shelf(tenant);
    Changes.Point now = new Changes.Point(history, shelf.last());
    if (!point.history().equals(history)) {
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
    for (DocumentId id : documents) {
      if (shelf.documents().containsKey(id)) {
        shelf.uses().merge(id, new Use(when, 1), (old, _) -> new Use(when, old.times() + 1));
      }
    }
  }

  @Override
  public synchronized Map<DocumentId, Use> uses(TenantId tenant) {
    return Map.copyOf(shelf(tenant).uses());
  }
}
