package dev.parley.launcher.settings;

import dev.parley.tool.ToolLimits;
import java.time.Duration;

/// Reads how far tools may go.
final class ToolLimitsReader {
  private static final long KILO = 1024;
  private static final long MEGA = 1024 * KILO;

  private ToolLimitsReader() {}

  static ToolLimits read(SettingsReader reader) {
    return new ToolLimits(
        reader.time("time-limit", Duration.ofMillis(100), Duration.ofMinutes(10)),
        reader.time("time-limit-in-all", Duration.ofMillis(100), Duration.ofMinutes(30)),
        reader.number("most-at-once", 1, ToolLimits.MOST_IN_ROUND),
        (int) reader.size("result-limit", KILO, MEGA));
  }
}
