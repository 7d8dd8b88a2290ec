package dev.parley.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/// How far a document is that is read into the knowledge base.
///
/// @param done passages that are ready
/// @param of how many there are; 0 while nobody knows
/// @param told a sentence for people: why it failed, what came of it, or what it waits for; else
///     blank
/// @param since when it is in this stage
public record JobState(IngestJob job, Stage stage, int done, int of, String told, Instant since) {
  /// What happens to it.
  public enum Stage {
    WAITING,
    /// It is fetched, read and split.
    READING,
    /// Its vectors are made.
    EMBEDDING,
    /// It is in the knowledge base.
    DONE,
    /// It is as it was before.
    UNCHANGED,
    FAILED
  }

  @JsonIgnore
  public boolean isOver() {
    return switch (stage) {
      case WAITING, READING, EMBEDDING -> false;
      case DONE, UNCHANGED, FAILED -> true;
    };
  }
}
