package dev.parley.launcher.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that is late by as much as a test wants.
final class LateClock extends Clock {
  private volatile Duration late = Duration.ZERO;

  void beLate(Duration time) {
    late = time;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().minus(late);
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
