package dev.parley.platform;

import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The limits as one instance reckons them, which knows nothing of others.
public final class OwnRateLimits implements RateLimits {
  /// How long after a refusal nothing goes beyond the limit.
  public static final Duration STRICT = Duration.ofMinutes(2);

  private static final int MOST_COUNTED = 10_000;

  private final LongSupplier millis;
  private final Map<String, Account> accounts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
          return size() > MOST_COUNTED;
        }
      };

  /// @param millis that have passed since some moment
  public OwnRateLimits(LongSupplier millis) {
    this.millis = millis;
  }

  @Override
  public synchronized Optional<Duration> take(
      TenantId tenant, String what, RateLimit limit, boolean urgent) {
    return account(tenant, what).take(millis.getAsLong(), limit, urgent);
  }

  @Override
  public synchronized void pause(TenantId tenant, String what, RateLimit limit, Duration time) {
    account(tenant, what).pause(millis.getAsLong() + time.toMillis(), limit);
  }

  private Account account(TenantId tenant, String what) {
    long now = millis.getAsLong();
    return accounts.computeIfAbsent(tenant + " " + what, _ -> new Account(now));
  }

  /// The state of one limit: when the next use is due, if uses had come evenly.
  private static final class Account {
    private long due;
    private long pausedUntil;
    private long strictUntil;

    Account(long now) {
      due = now;
      pausedUntil = now;
      strictUntil = now;
    }

    Optional<Duration> take(long now, RateLimit limit, boolean urgent) {
      if (pausedUntil > now) {
        return Optional.of(Duration.ofMillis(pausedUntil - now));
      }
      long interval = limit.interval().toMillis();
      long next = Math.max(due, now) + interval;
      int usable = urgent ? limit.atOnce() : limit.atOnce() - limit.reserve();
      long wait = next - now - usable * interval;
      boolean beyond = urgent && !limit.firm() && now >= strictUntil;
      if (wait > 0 && !beyond) {
        return Optional.of(Duration.ofMillis(wait));
      }
      due = Math.min(next, now + limit.atOnce() * interval);
      return Optional.empty();
    }

    void pause(long until, RateLimit limit) {
      if (until > pausedUntil) {
        pausedUntil = until;
        strictUntil = until + STRICT.toMillis();
        due = until + (limit.atOnce() - 1) * limit.interval().toMillis();
      }
    }
  }
}
