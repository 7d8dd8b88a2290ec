package dev.parley.testkit.slack;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Gives out timestamps and ids, each once.
final class Ids {
  private static final long MICROS = 1_000_000;

  private final Clock clock;
  private final AtomicLong lastTs = new AtomicLong();
  private final AtomicLong number = new AtomicLong();

  Ids(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /// A message's timestamp, later than all before.
  String ts() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    long ts = lastTs.updateAndGet(last -> Math.max(last + 1, now));
    return String.format(Locale.ROOT, "%d.%06d", ts / MICROS, ts % MICROS);
  }

  String id(String prefix) {
    return prefix + String.format(Locale.ROOT, "%08d", number.incrementAndGet());
  }
}
