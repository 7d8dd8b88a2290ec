package dev.parley.chart;

import java.time.Duration;

/// How much may be drawn.
///
/// @param together how many pictures are drawn at a time; each takes some 10 MB meanwhile
/// @param patience how long one waits until its turn comes
public record ChartSettings(int together, Duration patience) {
  public static final ChartSettings DEFAULT = new ChartSettings(2, Duration.ofSeconds(10));

  public ChartSettings {
    if (together < 1) {
      throw new IllegalArgumentException("at least one picture must be drawn at a time");
    }
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("the patience must be longer than nothing");
    }
  }
}
