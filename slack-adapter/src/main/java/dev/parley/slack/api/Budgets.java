package dev.parley.slack.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What this instance may still call, by method and, where Slack counts so, by channel. What Slack
/// itself says by `Retry-After` goes before what is reckoned here.
///
/// Knows nothing of other instances: what they use together shows as Slack's own refusals.
final class Budgets {
  private static final int MOST_COUNTED = 10_000;

  private final LongSupplier nanoTime;
  private final Map<String, Account> accounts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
          return size() > MOST_COUNTED;
        }
      };

  Budgets(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Takes one call from what is left.
  ///
  /// @return empty where the call may be made now; else how long to wait before asking again
  synchronized Optional<Duration> take(ApiCall call) {
    return account(call).take(nanoTime.getAsLong(), call.urgent());
  }

  /// No call of this kind for so long.
  synchronized void pause(ApiCall call, Duration time) {
    account(call).pause(nanoTime.getAsLong() + time.toNanos());
  }

  private Account account(ApiCall call) {
    String key =
        Allowance.isForEachChannel(call.method())
            ? call.method() + " " + call.channel().orElse("")
            : call.method();
    return accounts.computeIfAbsent(
        key, _ -> new Account(Allowance.of(call.method()), nanoTime.getAsLong()));
  }

  /// The state of one budget: when the next call is due, if calls had come evenly.
  private static final class Account {
    private final Allowance allowance;
    private long due;
    private long pausedUntil;

    Account(Allowance allowance, long now) {
      this.allowance = allowance;
      this.due = now;
      this.pausedUntil = now;
    }

    Optional<Duration> take(long now, boolean urgent) {
      if (pausedUntil - now > 0) {
        return Optional.of(Duration.ofNanos(pausedUntil - now));
      }
      long interval = allowance.interval().toNanos();
      long start = due - now > 0 ? due : now;
      int usable = urgent ? allowance.atOnce() : allowance.atOnce() - allowance.reserve();
      long wait = start + interval - now - usable * interval;
      if (wait > 0) {
        return Optional.of(Duration.ofNanos(wait));
      }
      due = start + interval;
      return Optional.empty();
    }

    void pause(long until) {
      if (until - pausedUntil > 0) {
        pausedUntil = until;
      }
    }
  }
}
