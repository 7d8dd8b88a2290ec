package dev.parley.testkit.discord;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/// Gives out ids that grow with time, each once (discord.com/developers, "Snowflakes").
final class Snowflakes {
  private static final long EPOCH = 1_420_070_400_000L;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  Snowflakes(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /// The current time as payloads tell it.
  String stamp() {
    return STAMP.format(now());
  }

  String next() {
    long made = (clock.millis() - EPOCH) << 22;
    return Long.toString(last.updateAndGet(before -> Math.max(before + 1, made)));
  }

  /// When an id was given out.
  static Instant instant(String id) {
    return Instant.ofEpochMilli((Long.parseLong(id) >>> 22) + EPOCH);
  }
}
