package dev.parley.redis;

import dev.parley.knowledge.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A document as Redis has it: a line for the scripts, which tells the key of its passages, how
/// many these are and how many characters they have, and the document as JSON.
///
/// @param text all of it, by which is seen whether it is still there
record StoredDocument(String text, Document document) {
  private static final char BETWEEN = '\u001f';
  private static final char END = '\n';

  static StoredDocument of(Document document, String token, int passages) {
    String line = token + BETWEEN + passages + BETWEEN + document.characters();
    return new StoredDocument(line + END + StoredJson.written(document), document);
  }

  /// One that cannot be read must not take others with it.
  static Optional<StoredDocument> read(String text) {
    String json = text.substring(text.indexOf(END) + 1);
    return StoredJson.readAll(List.of(json), Document.class).stream()
        .map(document -> new StoredDocument(text, document))
        .findFirst();
  }

  /// The same passages of a document of which something else is said.
  StoredDocument with(Document other) {
    return new StoredDocument(line() + END + StoredJson.written(other), other);
  }

  private String line() {
    return text.substring(0, text.indexOf(END));
  }

  /// Tells its passages from those of all other versions.
  String token() {
    return text.substring(0, text.indexOf(BETWEEN));
  }

  int passages() {
    return Stream.of(line().split(String.valueOf(BETWEEN)))
        .skip(1)
        .findFirst()
        .map(Integer::parseInt)
        .orElse(0);
  }
}
