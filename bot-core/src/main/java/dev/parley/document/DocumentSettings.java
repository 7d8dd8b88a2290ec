package dev.parley.document;

import java.time.Duration;

/// What reading a document may cost.
///
/// @param timeLimit for one document
/// @param atOnce documents that are read side by side, each in a process of its own
/// @param memory of the heap of each process, in bytes
public record DocumentSettings(Duration timeLimit, int atOnce, long memory) {
  public static final DocumentSettings DEFAULTS =
      new DocumentSettings(Duration.ofSeconds(20), 2, 256L << 20);

  public DocumentSettings {
    if (!timeLimit.isPositive() || atOnce < 1 || memory < 64L << 20) {
      throw new IllegalArgumentException("reading a document needs some time and 64 MB");
    }
  }
}
