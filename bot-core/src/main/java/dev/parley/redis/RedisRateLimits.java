package dev.parley.redis;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.platform.OwnRateLimits;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// The limits that all instances reckon together. While Redis does not answer, this instance
/// reckons alone, and asks again after a moment: a limit is not worth holding an answer up.
final class RedisRateLimits implements RateLimits {
  private static final Duration ALONE = Duration.ofSeconds(5);
  private static final String STRICT_MILLIS = Long.toString(OwnRateLimits.STRICT.toMillis());

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RateLimits alone = new OwnRateLimits(() -> System.nanoTime() / 1_000_000);
  private volatile long aloneUntil = System.nanoTime();

  RedisRateLimits(Scripts scripts, RedisKeys keys) {
    this.scripts = scripts;
    this.keys = keys;
  }

  @Override
  public Optional<Duration> take(TenantId tenant, String what, RateLimit limit, boolean urgent) {
    return asked(
        () -> {
          long wait =
              run(
                      Script.RATE_TAKE,
                      tenant,
                      what,
                      Long.toString(limit.interval().toMillis()),
                      Integer.toString(limit.atOnce()),
                      Integer.toString(limit.reserve()),
                      urgent ? "1" : "0",
                      limit.firm() ? "1" : "0")
                  .number();
          return wait > 0 ? Optional.of(Duration.ofMillis(wait)) : Optional.empty();
        },
        () -> alone.take(tenant, what, limit, urgent));
  }

  @Override
  public void pause(TenantId tenant, String what, RateLimit limit, Duration time) {
    alone.pause(tenant, what, limit, time);
    asked(
        () ->
            run(
                Script.RATE_PAUSE,
                tenant,
                what,
                Long.toString(limit.interval().toMillis()),
                Integer.toString(limit.atOnce()),
                Long.toString(time.toMillis()),
                STRICT_MILLIS),
        () -> "paused here alone");
  }

  private Answer run(Script script, TenantId tenant, String... arguments) {
    return scripts.run(script, Duration.ZERO, keys.tenant(tenant), arguments);
  }

  private <T> T asked(Supplier<? extends T> together, Supplier<? extends T> instead) {
    if (System.nanoTime() - aloneUntil >= 0) {
      try {
        return together.get();
      } catch (StoreUnavailableException away) {
        aloneUntil = System.nanoTime() + ALONE.toNanos();
      }
    }
    return instead.get();
  }
}
