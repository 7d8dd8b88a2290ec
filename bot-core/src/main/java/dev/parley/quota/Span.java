package dev.parley.quota;

import java.time.Duration;
import java.time.Instant;

/// One window of time as it lies on the clock.
///
/// @param end the first moment that belongs to the next one
public record Span(Window window, Instant start, Instant end) {
  public Span {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a span of time ends after its start");
    }
  }

  public boolean contains(Instant moment) {
    return !moment.isBefore(start) && moment.isBefore(end);
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /// Names it among all spans of a tenant: no two of a window share a start.
  public String id() {
    return window.word() + "/" + start.getEpochSecond();
  }
}
