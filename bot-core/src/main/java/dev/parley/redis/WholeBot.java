package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Counter;
import dev.parley.quota.QuotaUnit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What all tenants together have spent of the whole bot's limits. Each tenant tells the pool what
/// it has spent after each of its settlements, and whenever it asks.
record WholeBot(Scripts scripts, RedisKeys keys, Duration patience) {
  /// As long as portions are known, which lie in the same pool.
  private static final Duration KEPT = Duration.ofDays(2);

  /// What the tenant itself has spent.
  record Own(QuotaUnit unit, long spent) {}

  /// What is known of a limit.
  ///
  /// @param spent by all tenants
  /// @param taken what they spent, hold, and have been given besides
  record Total(long spent, long taken) {
    /// What is held back now, or soon given back.
    long held() {
      return Math.max(0, taken - spent);
    }
  }

  /// What is known of a limit of which a tenant has spent so much.
  Total of(TenantId tenant, AppliedLimit limit, long own) {
    return of(tenant, limit.counter(), List.of(new Own(limit.unit(), own))).getFirst();
  }

  /// What is known of each unit, in turn.
  List<Total> of(TenantId tenant, Counter counter, List<Own> own) {
    Stream<String> head =
        Stream.of(tenant.toString(), Long.toString(counter.span().end().plus(KEPT).toEpochMilli()));
    List<Answer> totals =
        scripts
            .run(
                Script.POOL_SPENT,
                patience,
                keys.pool(counter.name()),
                Stream.concat(
                        head,
                        own.stream()
                            .flatMap(
                                one -> Stream.of(one.unit().word(), Long.toString(one.spent()))))
                    .toArray(String[]::new))
            .list();
    return IntStream.range(0, own.size())
        .mapToObj(i -> new Total(totals.get(2 * i).number(), totals.get(2 * i + 1).number()))
        .toList();
  }
}
