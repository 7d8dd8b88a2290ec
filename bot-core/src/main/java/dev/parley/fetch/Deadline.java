package dev.parley.fetch;

import java.time.Duration;

/// When something must be over, by a clock that nobody sets.
///
/// @param nanos of [System#nanoTime()]
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// The time until then; negative where it is past.
  Duration left() {
    return Duration.ofNanos(nanos - System.nanoTime());
  }
}
