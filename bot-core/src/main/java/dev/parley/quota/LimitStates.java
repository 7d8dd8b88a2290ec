package dev.parley.quota;

import dev.parley.identity.TenantId;
import dev.parley.usage.Payer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells how much of the limits is spent that hold for somebody, and when they run out.
public final class LimitStates {
  /// A shorter day than this says nothing about its pace.
  private static final Duration LEAST_OF_DAY = Duration.ofHours(1);

  private final CurrentRules rules;
  private final Counters counters;
  private final QuotaSettings settings;
  private final Clock clock;

  public LimitStates(CurrentRules rules, Counters counters, QuotaSettings settings, Clock clock) {
    this.rules = rules;
    this.counters = counters;
    this.settings = settings;
    this.clock = clock;
  }

  /// All but those of the whole bot: what others spend of these concerns admins alone.
  ///
  /// Blocks; throws [dev.parley.conversation.StoreUnavailableException] where the store cannot be
  /// asked.
  public List<LimitState> of(Payer payer) {
    return states(payer, limit -> !limit.counter().isOfWholeBot());
  }

  /// All, for admins.
  ///
  /// Blocks; throws [dev.parley.conversation.StoreUnavailableException] where the store cannot be
  /// asked.
  public List<LimitState> withWholeBot(Payer payer) {
    return states(payer, _ -> true);
  }

  private List<LimitState> states(Payer payer, Predicate<AppliedLimit> wanted) {
    Instant now = clock.instant();
    ZoneId zone = settings.zone(payer.tenant());
    List<AppliedLimit> limits =
        rules.of(payer.tenant()).limits(payer, now, zone).stream().filter(wanted).toList();
    Span today = Window.DAY.at(now, zone);
    List<Counters.Count> counts =
        counters.read(
            payer.tenant(),
            limits.stream()
                .flatMap(limit -> Stream.of(limit.counter(), pace(limit, today)))
                .toList());
    return IntStream.range(0, limits.size())
        .mapToObj(i -> state(limits.get(i), counts.get(2 * i), counts.get(2 * i + 1), now))
        .toList();
  }

  /// Whether any limit depends on the groups that people are in. Blocks as [#of] does.
  public boolean nameGroups(TenantId tenant) {
    return rules.of(tenant).nameGroups();
  }

  /// What its pace is reckoned by: what is spent today; of the whole bot, for which no days are
  /// counted, all that is spent in its window.
  private static Counter pace(AppliedLimit limit, Span today) {
    return limit.counter().isOfWholeBot() ? limit.counter() : new Counter(limit.account(), today);
  }

  private static LimitState state(
      AppliedLimit limit, Counters.Count count, Counters.Count today, Instant now) {
    long spent = count.spent(limit.unit());
    return new LimitState(
        limit,
        spent,
        count.held(limit.unit()),
        runsOut(
            limit, limit.cap() - spent, today.spent(limit.unit()), today.counter().span(), now));
  }

  private static Optional<Instant> runsOut(
      AppliedLimit limit, long left, long spentToday, Span today, Instant now) {
    if (left <= 0 || spentToday == 0) {
      return left <= 0 ? Optional.of(now) : Optional.empty();
    }
    Duration passed = Duration.between(today.start(), now);
    double seconds = Math.max(passed.toSeconds(), LEAST_OF_DAY.toSeconds());
    double untilSpent = left * seconds / spentToday;
    double untilAnew = Duration.between(now, limit.span().end()).toSeconds();
    return untilSpent < untilAnew
        ? Optional.of(now.plusSeconds((long) untilSpent))
        : Optional.empty();
  }
}
