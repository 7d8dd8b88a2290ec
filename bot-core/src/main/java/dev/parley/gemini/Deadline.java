package dev.parley.gemini;

import java.time.Duration;

/// The moment by which a call must be over, whatever was tried.
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// The time left; negative where it has passed.
  Duration left() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  boolean hasPassed() {
    return !left().isPositive();
  }
}
