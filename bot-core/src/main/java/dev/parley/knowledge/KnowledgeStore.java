package dev.parley.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.model.Embedding;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All documents of all tenants, with their passages and vectors: what is in here is the truth. All
/// methods block shortly, and throw [dev.parley.conversation.StoreUnavailableException] where the
/// store does not answer.
public interface KnowledgeStore {
  /// The tenants that have or had documents.
  Set<TenantId> tenants();

  /// All documents of a tenant, in no order.
  List<Document> documents(TenantId tenant);

  /// Those that are there of some.
  Map<DocumentId, Document> documents(TenantId tenant, Collection<DocumentId> ids);

  default Optional<Document> document(TenantId tenant, DocumentId id) {
    return Optional.ofNullable(documents(tenant, List.of(id)).get(id));
  }

  /// Whether a tenant has no documents.
  default boolean isEmpty(TenantId tenant) {
    return documents(tenant).isEmpty();
  }

  /// The passages of that very version of a document, in their order; empty where it is not there
  /// any more.
  List<EmbeddedPassage> passages(Document document);

  /// Puts a document in the place of what was there, all at once: people see the one or the other.
  ///
  /// @param limits that the tenant must stay within
  default Published publish(Document document, List<EmbeddedPassage> passages, Limits limits) {
    return publish(document, passages, limits, Optional.empty());
  }

  /// Does the same for a job, as long as it is the claimant's: what was cancelled, or taken over,
  /// changes nothing. What others did meanwhile to the document that is there stays, as in
  /// [Document#inPlaceOf].
  Published publish(
      Document document,
      List<EmbeddedPassage> passages,
      Limits limits,
      Optional<IngestQueue.ClaimedJob> claimed);

  /// Does so only if that is there which the caller knows, with the same passages and for the same
  /// people: nothing that others changed meanwhile is undone.
  ///
  /// @param before what is there; empty: nothing
  Published publish(
      Optional<Document> before, Document document, List<EmbeddedPassage> passages, Limits limits);

  /// What became of a document that was to be published.
  enum Published {
    DONE,
    /// Another one is there than the caller knows.
    OVERTAKEN,
    TOO_MANY_DOCUMENTS,
    TOO_MANY_CHARACTERS,
    /// The job is not the claimant's any more: it was cancelled, or taken over.
    NOT_WANTED
  }

  /// How much a tenant may have.
  record Limits(int documents, long characters) {}

  /// Notes that the origin of a version was read and found unchanged.
  void checked(Document document, Instant when);

  /// Whether it was there.
  boolean remove(TenantId tenant, DocumentId id);

  /// Whether it was there.
  boolean changeAudience(TenantId tenant, DocumentId id, DocumentAudience audience);

  /// What changed in a tenant since a point; from the beginning where that is [Changes#BEGINNING].
  Changes changesSince(TenantId tenant, Changes.Point point);

  /// Calls back whenever something changed in a tenant, on any instance, on a thread of its own
  /// each time. It can be missed: look for changes now and then as well. Closed, it calls no more.
  AutoCloseable onChange(Consumer<TenantId> listener);

  /// Notes that answers were taken from documents.
  void used(TenantId tenant, Collection<DocumentId> documents, Instant when);

  /// When documents were used last, and how often; those that never were are missing.
  Map<DocumentId, Use> uses(TenantId tenant);

  /// How a document was used.
  record Use(Instant last, long times) {}

  /// The vectors that were kept of texts in a space within about the last hour; those that were not
  /// are missing.
  ///
  /// @param hashes of the texts
  Map<String, Embedding> embeddings(TenantId tenant, String space, Collection<String> hashes);

  /// Keeps vectors by the hashes of their texts for about an hour, for this tenant alone: what is
  /// done again after a crash is not paid for again, nor is a text that stands in two documents.
  void keepEmbeddings(TenantId tenant, String space, Map<String, Embedding> embeddings);
}
