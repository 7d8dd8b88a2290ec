package dev.parley.quota;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.usage.Payer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which cheaper model goes on near a limit, where a rule says so.
public final class Thrift implements ModelAdvice {
  private static final Logger log = LoggerFactory.getLogger(Thrift.class);

  private final CurrentRules rules;
  private final Counters counters;
  private final QuotaSettings settings;
  private final Clock clock;

  public Thrift(CurrentRules rules, Counters counters, QuotaSettings settings, Clock clock) {
    this.rules = rules;
    this.counters = counters;
    this.settings = settings;
    this.clock = clock;
  }

  /// Nothing where what was spent cannot be known, since the reservation comes after.
  @Override
  public Optional<Advice> advice(Payer payer) {
    try {
      Instant now = clock.instant();
      ZoneId zone = settings.zone(payer.tenant());
      List<AppliedLimit> thrifty =
          rules.of(payer.tenant()).limits(payer, now, zone).stream()
              .filter(limit -> limit.rule().cheaper().isPresent())
              .toList();
      return thrifty.isEmpty() ? Optional.empty() : advice(payer, thrifty);
    } catch (StoreUnavailableException away) {
      log.warn("whether a cheaper model should go on is not known: {}", away.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Advice> advice(Payer payer, List<AppliedLimit> thrifty) {
    List<Counters.Count> counts =
        counters.read(payer.tenant(), thrifty.stream().map(AppliedLimit::counter).toList());
    return IntStream.range(0, thrifty.size())
        .mapToObj(i -> advice(thrifty.get(i), counts.get(i)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Advice> advice(AppliedLimit limit, Counters.Count count) {
    long taken = count.spent(limit.unit()) + count.held(limit.unit());
    int percent = limit.cap() == 0 ? 100 : (int) Math.min(100, taken * 100 / limit.cap());
    return limit
        .rule()
        .cheaper()
        .filter(cheaper -> percent >= cheaper.from())
        .map(cheaper -> new Advice(cheaper.model(), limit, percent));
  }
}
