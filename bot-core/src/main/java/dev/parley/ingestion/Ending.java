package dev.parley.ingestion;

import java.time.Duration;

/// How it ended that a document was to be read in, in a sentence for people.
sealed interface Ending {
  String told();

  /// It is in the knowledge base, as it is now.
  record Done(String told) implements Ending {}

  /// Nothing had to be done.
  record Unchanged(String told) implements Ending {}

  /// It is not in the knowledge base, or as it was before.
  record Failed(String told) implements Ending {}

  /// It can be tried again after a time.
  record Later(Duration pause, String told) implements Ending {}
}
