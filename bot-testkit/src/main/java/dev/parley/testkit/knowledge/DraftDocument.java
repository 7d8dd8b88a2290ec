package dev.parley.testkit.knowledge;

import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Origin;
import dev.parley.knowledge.Passage;
import dev.parley.model.Embedding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A document of a test, as far as it is written. Its title tells it from all others.
///
/// @param space of its vectors; empty where it has none
public record DraftDocument(
    TenantId tenant,
    String title,
    DocumentAudience audience,
    String version,
    Optional<String> space,
    List<EmbeddedPassage> passages) {
  private static final KnowledgeStore.Limits NO_LIMITS =
      new KnowledgeStore.Limits(Integer.MAX_VALUE, Long.MAX_VALUE);

  public DraftDocument {
    passages = List.copyOf(passages);
  }

  /// One that everyone may see, without passages.
  public static DraftDocument of(TenantId tenant, String title) {
    return new DraftDocument(
        tenant, title, DocumentAudience.EVERYONE, "1", Optional.empty(), List.of());
  }

  /// The same for these people.
  public DraftDocument seenBy(DocumentAudience others) {
    return new DraftDocument(tenant, title, others, version, space, passages);
  }

  public DraftDocument version(String other) {
    return new DraftDocument(tenant, title, audience, other, space, passages);
  }

  /// The same with vectors of this space.
  public DraftDocument in(String other) {
    return new DraftDocument(tenant, title, audience, version, Optional.of(other), passages);
  }

  /// The same with one more passage.
  public DraftDocument says(String text, String... headings) {
    return says(text, Optional.empty(), headings);
  }

  /// The same with one more passage, and what that means.
  public DraftDocument says(String text, Optional<Embedding> meaning, String... headings) {
    Passage passage =
        new Passage(
            passages.size(),
            text,
            List.of(headings),
            Optional.empty(),
            Optional.empty(),
            hash(text + "\n" + String.join("\n", headings)));
    List<EmbeddedPassage> more = new ArrayList<>(passages);
    more.add(new EmbeddedPassage(passage, meaning));
    return new DraftDocument(tenant, title, audience, version, space, more);
  }

  private static String hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public DocumentId id() {
    return DocumentId.of(origin());
  }

  private Origin origin() {
    return new Origin(Origin.Kind.TEXT, title, Optional.empty());
  }

  /// The document without its passages.
  public Document document() {
    return new Document(
        id(),
        tenant,
        origin(),
        title,
        "text/markdown",
        audience,
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        version,
        version,
        space,
        passages.size(),
        passages.stream().mapToLong(passage -> passage.passage().text().length()).sum());
  }

  /// Publishes it, in the place of one with the same title.
  public void publishTo(KnowledgeStore store) {
    store.publish(document(), passages, NO_LIMITS);
  }
}
