package dev.parley.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock of a test, which goes on when it is told to.
public final class SteppedClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-25T10:00:00Z");

  /// Lets so much time pass.
  public void step(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
