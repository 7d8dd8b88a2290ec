package dev.parley.page;

import java.time.Duration;

/// How much of a page is read, and told at once.
///
/// @param timeLimit for fetching it
/// @param mostBytes of it, unpacked
/// @param mostCharacters of its text that the model is told at once
public record PageSettings(Duration timeLimit, int mostBytes, int mostCharacters) {
  public static final PageSettings DEFAULTS =
      new PageSettings(Duration.ofSeconds(20), 5 << 20, 20_000);

  public PageSettings {
    if (!timeLimit.isPositive() || mostBytes < 1 || mostCharacters < 2) {
      throw new IllegalArgumentException("a page needs room and time");
    }
  }
}
