package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.quota.Counter;
import dev.parley.quota.Counters;
import dev.parley.quota.QuotaUnit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The counters of tenants in Redis.
final class RedisCounters implements Counters {
  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;

  RedisCounters(Scripts scripts, RedisKeys keys, Duration patience) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
  }

  @Override
  public List<Count> read(TenantId tenant, List<Counter> counters) {
    List<Answer> counts =
        scripts
            .run(
                Script.COUNTERS,
                patience,
                keys.tenant(tenant),
                counters.stream().map(Counter::name).toArray(String[]::new))
            .list();
    return IntStream.range(0, counters.size())
        .mapToObj(i -> count(counters.get(i), counts.get(i).texts()))
        .toList();
  }

  private static Count count(Counter counter, List<String> values) {
    Map<QuotaUnit, Long> spent = new EnumMap<>(QuotaUnit.class);
    Map<QuotaUnit, Long> held = new EnumMap<>(QuotaUnit.class);
    Iterator<String> next = values.iterator();
    for (QuotaUnit unit : QuotaUnit.values()) {
      spent.put(unit, Long.valueOf(next.next()));
      held.put(unit, Long.valueOf(next.next()));
    }
    return new Count(counter, spent, held);
  }
}
