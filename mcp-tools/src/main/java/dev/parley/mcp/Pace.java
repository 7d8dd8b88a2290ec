package dev.parley.mcp;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/// How often a server is looked after.
///
/// @param look after how long without calls it is asked whether it is still there
/// @param patience for the answer to that, and to what its tools are
/// @param relist after how long its tools are asked for without being told that they changed: a
///     stream that would tell it may have ended unnoticed
/// @param settle how long news that its tools changed come together
/// @param steady how long a connection must have held that its end is no sign of a worse trouble
/// @param firstPause before the second try to connect again; the first is at once
/// @param longestPause between tries
record Pace(
    Duration look,
    Duration patience,
    Duration relist,
    Duration settle,
    Duration steady,
    Duration firstPause,
    Duration longestPause) {
  static final Pace USUAL =
      new Pace(
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofMinutes(5),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1));

  /// Before the server is tried again.
  ///
  /// @param failures in a row
  Duration pause(int failures) {
    if (failures <= 1) {
      return Duration.ZERO;
    }
    int step = Math.min(failures - 1, 20);
    return Duration.ofMillis(
        IntervalFunction.ofExponentialRandomBackoff(firstPause, 2, 0.2, longestPause).apply(step));
  }
}
