package dev.parley.consultation;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Changes;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.KnowledgeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The documents of the store, read again only where something changed: whoever asks waits for one
/// short question to the store a second at most. While the store is away, those that it had last.
final class FollowedDocuments implements KnownDocuments {
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private final KnowledgeStore store;
  private final Clock clock;
  private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

  FollowedDocuments(KnowledgeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// What was seen at a moment.
  private record Known(Instant seen, Changes.Point point, List<Document> documents) {}

  @Override
  public List<Document> of(TenantId tenant) {
    Optional<Known> before = Optional.ofNullable(known.get(tenant));
    Instant now = clock.instant();
    if (before.filter(it -> now.isBefore(it.seen().plus(TRUSTED))).isPresent()) {
      return before.get().documents();
    }
    try {
      Known after = look(tenant, before, now);
      known.put(tenant, after);
      return after.documents();
    } catch (StoreUnavailableException away) {
      return before.map(Known::documents).orElseThrow(() -> away);
    }
  }

  private Known look(TenantId tenant, Optional<Known> before, Instant now) {
    Changes changes =
        store.changesSince(tenant, before.map(Known::point).orElse(Changes.BEGINNING));
    return new Known(now, changes.until(), documents(tenant, before, changes));
  }

  private List<Document> documents(TenantId tenant, Optional<Known> before, Changes changes) {
    if (changes.documents().isEmpty()) {
      return changes.all() ? List.of() : before.map(Known::documents).orElse(List.of());
    }
    return List.copyOf(store.documents(tenant));
  }
}
