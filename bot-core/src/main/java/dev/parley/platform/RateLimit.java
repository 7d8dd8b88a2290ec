package dev.parley.platform;

import java.time.Duration;

/// How often a platform lets the bot do something: so often at once, and then once each interval.
///
/// @param reserve how many of those at once are left to what is urgent
/// @param firm whether nothing goes beyond it, however urgent: passing it hurts all that the bot
// does
public record RateLimit(int atOnce, Duration interval, int reserve, boolean firm) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  public RateLimit {
    if (atOnce < 1 || reserve < 0 || reserve >= atOnce || interval.toMillis() < 1) {
      throw new IllegalArgumentException("a limit lets something be done, at intervals of 1 ms on");
    }
  }

  /// A limit that what is urgent may pass until the platform itself refuses something.
  public RateLimit(int atOnce, Duration interval, int reserve) {
    this(atOnce, interval, reserve, false);
  }

  /// The same limit, for what is urgent too.
  public RateLimit held() {
    return new RateLimit(atOnce, interval, reserve, true);
  }

  /// So often in a minute, a quarter of it kept for what is urgent.
  public static RateLimit perMinute(int times) {
    return new RateLimit(times, MINUTE.dividedBy(times), times / 4);
  }
}
