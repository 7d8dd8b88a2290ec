package dev.parley.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.usage.Booking;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people manage a tenant's knowledge base with, on whichever platform: who may do what is
/// asked elsewhere.
public final class KnowledgeDesk {
  private final KnowledgeStore store;
  private final Ingestion ingestion;
  private final KnowledgeBase base;
  private final Duration staleAfter;
  private final Clock clock;

  /// @param staleAfter after which time without a look at its origin a document is stale
  public KnowledgeDesk(
      KnowledgeStore store,
      Ingestion ingestion,
      KnowledgeBase base,
      Duration staleAfter,
      Clock clock) {
    this.store = store;
    this.ingestion = ingestion;
    this.base = base;
    this.staleAfter = staleAfter;
    this.clock = clock;
  }

  /// A document with what is known of its use.
  ///
  /// @param use empty where no answer was taken from it yet
  public record Entry(Document document, Optional<KnowledgeStore.Use> use, boolean stale) {}

  /// All documents, by their titles.
  public List<Entry> entries(TenantId tenant) {
    Map<DocumentId, KnowledgeStore.Use> uses = store.uses(tenant);
    return store.documents(tenant).stream()
        .sorted(
            Comparator.comparing(Document::title, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Document::id))
        .map(document -> entry(document, uses))
        .toList();
  }

  private Entry entry(Document document, Map<DocumentId, KnowledgeStore.Use> uses) {
    return new Entry(
        document,
        Optional.ofNullable(uses.get(document.id())),
        document.checkedAt().plus(staleAfter).isBefore(clock.instant()));
  }

  public Optional<Entry> entry(TenantId tenant, DocumentId id) {
    return store.document(tenant, id).map(document -> entry(document, store.uses(tenant)));
  }

  /// What a document says, in its order.
  public List<Passage> passages(Document document) {
    return store.passages(document).stream().map(EmbeddedPassage::passage).toList();
  }

  /// Lets a document be read in.
  public Ingestion.Taken add(IngestJob job) {
    return ingestion.take(job);
  }

  /// What waits, is under way, or ended within the last day, the latest first.
  public List<JobState> jobs(TenantId tenant) {
    return ingestion.states(tenant);
  }

  /// Waits until a job is over, but no longer than this; what is known of it then.
  public Optional<JobState> await(TenantId tenant, String job, Duration most) {
    return ingestion.await(tenant, job, most);
  }

  /// Takes a document away, with what waits to take its place.
  ///
  /// @return whether there was any
  public boolean remove(TenantId tenant, DocumentId id) {
    ingestion.cancel(tenant, id);
    return store.remove(tenant, id);
  }

  /// Whether the document was there.
  public boolean changeAudience(TenantId tenant, DocumentId id, DocumentAudience audience) {
    return store.changeAudience(tenant, id, audience);
  }

  public KnowledgeBase.Found search(TenantId tenant, PassageIndex.Wanted wanted, Booking booking) {
    return base.search(tenant, wanted, booking);
  }
}
