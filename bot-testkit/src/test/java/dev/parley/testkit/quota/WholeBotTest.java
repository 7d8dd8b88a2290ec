package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.model.CallMeter.Admission;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.LimitState;
import dev.parley.quota.LimitStates;
import dev.parley.quota.ModelAdvice.Advice;
import dev.parley.quota.NoticeOutbox.Taken;
import dev.parley.quota.QuotaMeter;
import dev.parley.quota.QuotaRules;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.quota.Reservations.Outcome;
import dev.parley.quota.Thrift;
import dev.parley.testkit.time.SteppedClock;
import dev.parley.usage.Payer;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What all tenants have spent of the whole bot's limit")
@Timeout(120)
class WholeBotTest {
  private static final String RULE = "bot: 10,000 tokens per month, then lite from 80%";
  private static final QuotaRules RULES = Bids.rules(RULE);
  private static final QuotaSettings SETTINGS =
      new QuotaSettings(RULES.rules(), ZoneOffset.UTC, Map.of(), false);
  private static final Payer ADA = Bids.payer("A", "C1", "Ada");
  private static final Payer BOB = Bids.payer("B", "C1", "Bob");

  private final QuotaRedis redis = new QuotaRedis();
  private final SteppedClock clock = new SteppedClock();

  @AfterEach
  void stop() {
    redis.close();
  }

  private Reservation held(Payer payer, int tokens) {
    Reservation reserved = Bids.wanted(RULES, payer, tokens / 2, tokens / 2);
    assertThat(redis.reserved(reserved)).isEqualTo(tokens / 2);
    return reserved;
  }

  private List<Crossing> spends(Payer payer, int tokens) {
    TokenUsage took = new TokenUsage(tokens / 2, 0, tokens / 2, 0, 0);
    return redis.reservations.settle(held(payer, tokens), took, Bids.PRICE.cost(took), true);
  }

  private CurrentRules current() {
    return new CurrentRules(SETTINGS, redis.store.quotaBook(), Clock.systemUTC());
  }

  private Refusal.OverLimit refused(Payer payer, int tokens) {
    QuotaMeter meter =
        new QuotaMeter(
            Bids.PRICES,
            current(),
            redis.reservations,
            SETTINGS,
            new NotedCrossings(),
            Clock.systemUTC());
    Admission admission = meter.begin(Bids.bid(payer, tokens / 2, tokens / 2));
    assertThat(admission).isInstanceOf(Admission.Refused.class);
    return (Refusal.OverLimit) ((Admission.Refused) admission).why();
  }

  @Test
  @DisplayName("is what its marks go by, each once in each tenant")
  void marks() {
    assertThat(spends(ADA, 3_000)).isEmpty();
    List<Crossing> byBob = spends(BOB, 2_500);
    List<Crossing> byAda = spends(ADA, 100);

    assertThat(byBob)
        .extracting(Crossing::percent, Crossing::spent)
        .containsOnly(tuple(50, 5_500L));
    assertThat(byAda)
        .extracting(Crossing::percent, Crossing::spent)
        .containsOnly(tuple(50, 5_600L));
    assertThat(spends(BOB, 100)).isEmpty();
    assertThat(spends(BOB, 2_400)).extracting(Crossing::percent).containsExactly(80);
  }

  @Test
  @DisplayName("is told to the admins of each tenant")
  void told() {
    spends(ADA, 3_000);
    spends(BOB, 2_500);

    Optional<Taken> taken = redis.store.notices().take(BOB.tenant(), Duration.ofMinutes(1));

    assertThat(taken.map(Taken::notice))
        .hasValueSatisfying(
            notice -> {
              assertThat(notice.person()).isEmpty();
              assertThat(notice.spent()).isEqualTo(5_500);
              assertThat(notice.limit().rule()).isEqualTo(RULES.rules().getFirst());
            });
    assertThat(redis.store.notices().take(ADA.tenant(), Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  @DisplayName("is what a refusal tells, and whether others hold the rest")
  void refusals() {
    Reservation open = held(ADA, 9_000);

    Refusal.OverLimit held = refused(BOB, 4_000);
    var _ = redis.reservations.settleWorst(open);
    Refusal.OverLimit spent = refused(BOB, 4_000);

    assertThat(held.spent()).isZero();
    assertThat(held.busy()).isTrue();
    assertThat(spent.spent()).isEqualTo(9_000);
    assertThat(spent.busy()).isFalse();
  }

  @Test
  @DisplayName("decides when a cheaper model goes on, and is two seconds old at most")
  void thrift() {
    Thrift thrift =
        new Thrift(current(), redis.store.countersWithWholeBot(clock), SETTINGS, Clock.systemUTC());
    spends(ADA, 4_000);
    spends(BOB, 2_000);
    assertThat(thrift.advice(BOB)).isEmpty();

    spends(ADA, 2_500);
    clock.step(Duration.ofMillis(1_999));
    assertThat(thrift.advice(BOB)).isEmpty();
    clock.step(Duration.ofMillis(1));
    assertThat(thrift.advice(BOB).map(Advice::percent)).contains(85);
  }

  @Test
  @DisplayName("is shown to those who ask for it, and otherwise not")
  void shown() {
    LimitStates states =
        new LimitStates(
            current(), redis.store.countersWithWholeBot(clock), SETTINGS, Clock.systemUTC());
    spends(ADA, 4_000);
    spends(BOB, 2_000);

    assertThat(states.of(BOB)).isEmpty();
    assertThat(states.withWholeBot(BOB)).extracting(LimitState::left).containsExactly(4_000L);
  }

  @Test
  @DisplayName("counts nobody twice who asks at once")
  void together() {
    List<Boolean> made =
        Together.all(
            IntStream.range(0, 40).<Callable<Boolean>>mapToObj(i -> () -> spent(i)).toList());
    LimitStates states =
        new LimitStates(
            current(), redis.store.countersWithWholeBot(clock), SETTINGS, Clock.systemUTC());

    assertThat(states.withWholeBot(BOB))
        .extracting(LimitState::spent)
        .containsExactly(200L * Collections.frequency(made, true));
  }

  private boolean spent(int number) {
    Payer payer = Bids.payer("T" + number % 4, "C1", "Ada");
    Reservation reserved = Bids.wanted(RULES, payer, 100, 100);
    Outcome outcome = redis.reservations.reserve(reserved);
    var _ = redis.reservations.settleWorst(reserved);
    return outcome instanceof Outcome.Reserved;
  }
}
