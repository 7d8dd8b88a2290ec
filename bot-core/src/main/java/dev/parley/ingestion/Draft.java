package dev.parley.ingestion;

import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A document before it is published.
record Draft(IngestJob job, SourceText text, SplitText split, Instant at) {
  boolean saysSame(Document other) {
    return saysSameWords(other) && split.title().equals(other.title());
  }

  boolean saysSameWords(Document other) {
    return text.fingerprint().equals(other.fingerprint());
  }

  /// Who may see it.
  ///
  /// @param before what is there
  DocumentAudience audience(Optional<Document> before) {
    return job.audience()
        .or(() -> before.map(Document::audience))
        .orElse(DocumentAudience.EVERYONE);
  }

  /// As it goes into the store.
  ///
  /// @param before what is there
  /// @param space of its vectors; empty where it has none
  Document document(Optional<Document> before, Optional<String> space) {
    List<Passage> passages = split.passages();
    return new Document(
        job.document(),
        job.tenant(),
        job.material().origin(),
        split.title(),
        text.mediaType(),
        audience(before),
        job.by().or(() -> before.flatMap(Document::addedBy)),
        before.map(Document::addedAt).orElse(at),
        at,
        text.fingerprint(),
        version(split.title(), passages, space),
        space,
        passages.size(),
        passages.stream().mapToLong(passage -> passage.text().length()).sum());
  }

  /// Another one for other passages, and for the same with other vectors.
  static String version(String title, List<Passage> passages, Optional<String> space) {
    List<String> parts = new ArrayList<>(List.of(title, space.orElse("")));
    passages.forEach(
        passage -> {
          parts.add(passage.hash());
          parts.add(passage.page().map(String::valueOf).orElse(""));
          parts.add(passage.anchor().orElse(""));
        });
    return Fingerprint.of(parts);
  }
}
