package dev.parley.engine;

import java.time.Duration;

/// How one instance of the bot works.
///
/// @param mostAtOnce turns that it runs side by side; others wait in the inbox
/// @param drainTime how long running turns may go on once it is asked to stop
/// @param lookEvery how often it looks for work that nobody told it of
public record EngineSettings(int mostAtOnce, Duration drainTime, Duration lookEvery) {
  public static final EngineSettings DEFAULTS =
      new EngineSettings(200, Duration.ofSeconds(20), Duration.ofSeconds(1));

  public EngineSettings {
    if (mostAtOnce < 1 || drainTime.isNegative() || !lookEvery.isPositive()) {
      throw new IllegalArgumentException("an engine needs room for a turn and positive times");
    }
  }
}
