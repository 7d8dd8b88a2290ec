package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.quota.Counter;
import dev.parley.quota.Counters;
import dev.parley.quota.QuotaUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The counters of tenants, those of the whole bot with what all other tenants have spent besides,
/// which is asked for every two seconds at most. What others hold is not known here.
final class WholeBotCounters implements Counters {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Counters own;
  private final WholeBot bot;
  private final Clock clock;
  private final Map<Whose, Others> known = new ConcurrentHashMap<>();

  WholeBotCounters(Counters own, WholeBot bot, Clock clock) {
    this.own = own;
    this.bot = bot;
    this.clock = clock;
  }

  private record Whose(TenantId tenant, Counter counter) {}

  /// What all but one tenant have spent.
  private record Others(Map<QuotaUnit, Long> spent, Instant until) {}

  @Override
  public List<Count> read(TenantId tenant, List<Counter> counters) {
    return own.read(tenant, counters).stream()
        .map(count -> count.counter().isOfWholeBot() ? withOthers(tenant, count) : count)
        .toList();
  }

  private Count withOthers(TenantId tenant, Count count) {
    Map<QuotaUnit, Long> others = others(tenant, count);
    Map<QuotaUnit, Long> together = new EnumMap<>(QuotaUnit.class);
    for (QuotaUnit unit : QuotaUnit.values()) {
      together.put(unit, count.spent(unit) + others.getOrDefault(unit, 0L));
    }
    return new Count(count.counter(), together, count.held());
  }

  private Map<QuotaUnit, Long> others(TenantId tenant, Count count) {
    Instant now = clock.instant();
    Whose whose = new Whose(tenant, count.counter());
    known.values().removeIf(old -> !now.isBefore(old.until()));
    Others others = known.get(whose);
    if (others == null) {
      others = new Others(asked(tenant, count), now.plus(FRESH));
      known.put(whose, others);
    }
    return others.spent();
  }

  private Map<QuotaUnit, Long> asked(TenantId tenant, Count count) {
    List<WholeBot.Own> mine =
        Stream.of(QuotaUnit.values())
            .map(unit -> new WholeBot.Own(unit, count.spent(unit)))
            .toList();
    Iterator<WholeBot.Total> totals = bot.of(tenant, count.counter(), mine).iterator();
    Map<QuotaUnit, Long> others = new EnumMap<>(QuotaUnit.class);
    for (WholeBot.Own one : mine) {
      others.put(one.unit(), Math.max(0, totals.next().spent() - one.spent()));
    }
    return others;
  }
}
