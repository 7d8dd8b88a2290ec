package dev.parley.testkit.knowledge;

import dev.parley.identity.Author;
import dev.parley.identity.TenantId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.DocumentId;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.knowledge.Passage;
import dev.parley.model.Embedding;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.Payer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Documents and jobs for tests, told apart by their keys and versions.
public final class SomeKnowledge {
  static final Instant THEN = Instant.parse("2026-11-25T10:00:00Z");
  static final int CHARACTERS_EACH = 100;

  private SomeKnowledge() {}

  /// A document for everyone, which Ada added as words.
  public static Document document(TenantId tenant, String key, String version, int passages) {
    return document(
        tenant, origin(Origin.Kind.TEXT, key), version, passages, DocumentAudience.EVERYONE);
  }

  static Document document(
      TenantId tenant, Origin origin, String version, int passages, DocumentAudience audience) {
    return new Document(
        DocumentId.of(origin),
        tenant,
        origin,
        "About " + origin.key(),
        "text/markdown",
        audience,
        Optional.of(Said.author("Ada")),
        THEN,
        THEN,
        "fingerprint of " + version,
        version,
        Optional.of("space-3"),
        passages,
        (long) passages * CHARACTERS_EACH);
  }

  static Origin origin(Origin.Kind kind, String key) {
    return new Origin(kind, key, Optional.of("https://example.org/" + key.hashCode()));
  }

  /// Passages that tell their version, each with a vector of its own but the last.
  public static List<EmbeddedPassage> passages(String version, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            at ->
                new EmbeddedPassage(
                    passage(version, at), embedding(at).filter(_ -> at < count - 1)))
        .toList();
  }

  private static Passage passage(String version, int at) {
    return new Passage(
        at,
        version + ": ünïcode \u0000 and 𝄞 " + at,
        List.of("Part", "Section " + at),
        Optional.of(at + 1).filter(page -> page % 2 == 0),
        Optional.of("section-" + at).filter(_ -> at % 3 == 0),
        "hash of " + version + at);
  }

  private static Optional<Embedding> embedding(int at) {
    return Optional.of(vector(at));
  }

  static Embedding vector(int number) {
    return Embedding.of(new float[] {number + 1, -number, 0.1f});
  }

  /// A job of Ada's to read words in.
  public static IngestJob job(TenantId tenant, String id, String key) {
    Author ada = Said.author("Ada");
    return job(tenant, id, key, ada);
  }

  static IngestJob job(TenantId tenant, String id, String key, Author by) {
    return new IngestJob(
        id,
        tenant,
        new Material.Words(origin(Origin.Kind.TEXT, key), "About " + key, "Words of " + id),
        Optional.empty(),
        Optional.of(by),
        new Payer(tenant, "general", by.id(), by.name(), Set.of()),
        THEN);
  }
}
