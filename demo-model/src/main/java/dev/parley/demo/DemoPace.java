package dev.parley.demo;

import java.time.Duration;

/// How fast the demo model speaks.
///
/// @param wordsPerSecond 0: all at once
/// @param wordsPerChunk how many words come together
public record DemoPace(int wordsPerSecond, int wordsPerChunk) {
  public DemoPace {
    if (wordsPerSecond < 0 || wordsPerChunk < 1) {
      throw new IllegalArgumentException("a pace needs words in each chunk, and no negative speed");
    }
  }

  /// A pace that can be read along with.
  public static DemoPace human() {
    return new DemoPace(40, 3);
  }

  /// No waiting at all.
  public static DemoPace immediate() {
    return new DemoPace(0, 3);
  }

  Duration pauseAfterChunk() {
    return wordsPerSecond == 0
        ? Duration.ZERO
        : Duration.ofSeconds(1).multipliedBy(wordsPerChunk).dividedBy(wordsPerSecond);
  }
}
