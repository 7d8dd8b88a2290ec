package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.TenantId;
import dev.parley.quota.Counter;
import dev.parley.quota.Counters;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations.Outcome;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.quota.History.Fate;
import dev.parley.usage.Booking;
import dev.parley.usage.DayUse;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

@Label("Calls that many make at once, under any rules")
final class ReservationPropertiesTest {
  private static final Duration HANG = Duration.ofSeconds(60);

  /// A process that dies leaves this; others give it up the next time they look.
  private static final Duration SHORT = Duration.ofMillis(1);

  private static final AtomicInteger TENANTS = new AtomicInteger();
  private static @Nullable QuotaRedis shared;

  private String tenantName = "none yet";
  private TenantId tenant = Said.tenant(tenantName);

  @BeforeContainer
  static void start() {
    shared = new QuotaRedis();
  }

  @AfterContainer
  static void stop() {
    redis().close();
  }

  private static QuotaRedis redis() {
    return Optional.ofNullable(shared).orElseThrow();
  }

  @Provide
  Arbitrary<History> histories() {
    return History.any();
  }

  /// A call that was let begin.
  private record Begun(History.Call call, Reservation reserved, int output) {
    boolean billed() {
      return call.fate() != Fate.NOT_BILLED;
    }

    TokenUsage usage() {
      return switch (call.fate()) {
        case EXACT, ESTIMATE ->
            new TokenUsage(part((int) reserved.promptTokens()), 0, part(output), 0, 0);
        case WORST, DIES, LATE -> new TokenUsage((int) reserved.promptTokens(), 0, output, 0, 0);
        case NOT_BILLED -> TokenUsage.NONE;
      };
    }

    private int part(int most) {
      return most * call.percent() / 100;
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  @Label("never pass a cap, leave nothing held, and are counted as the ledger says")
  void any(@ForAll("histories") History history) {
    tenantName = "T" + TENANTS.incrementAndGet();
    tenant = Said.tenant(tenantName);
    Instant now = Instant.now();
    List<Begun> begun =
        Together.all(
                history.calls().stream()
                    .<Callable<Optional<Begun>>>map(call -> () -> made(call, history, now))
                    .toList())
            .stream()
            .flatMap(Optional::stream)
            .toList();
    List<Counter> counters = counters(history, now);
    Awaitility.await().atMost(HANG).until(() -> heldNothing(counters));

    List<LedgerEntry> rows = redis().rows(tenant);
    assertRows(begun, rows);
    List<Counters.Count> counts = redis().store.counters().read(tenant, counters);
    assertCounts(history, counts, rows);
    List<DayUse> days = days(now);
    assertDays(days, rows);

    begun.forEach(this::settledLate);
    assertThat(redis().store.counters().read(tenant, counters)).isEqualTo(counts);
    assertThat(redis().rows(tenant)).isEqualTo(rows);
    assertThat(days(now)).isEqualTo(days);
  }

  private Optional<Begun> made(History.Call call, History history, Instant now) {
    Duration lifetime = call.fate() == Fate.DIES || call.fate() == Fate.LATE ? SHORT : Bids.LONG;
    Booking booking = Bids.booking(call.payer(tenantName));
    Instant at = at(call, now);
    Reservation wanted =
        Bids.wanted(history.rules(), booking, at, call.prompt(), call.output(), 1, lifetime);
    Outcome outcome = redis().reservations.reserve(wanted);
    assertWithin(wanted);
    if (!(outcome instanceof Outcome.Reserved(int output))) {
      assertThat(outcome).isInstanceOf(Outcome.NoRoom.class);
      return Optional.empty();
    }
    Begun begun = new Begun(call, wanted, output);
    if (call.repeated()) {
      assertThat(redis().reservations.reserve(wanted)).isEqualTo(outcome);
    }
    settle(begun);
    if (call.repeated()) {
      settle(begun);
      assertThat(redis().reservations.reserve(wanted)).isEqualTo(outcome);
    }
    assertWithin(wanted);
    return Optional.of(begun);
  }

  private static Instant at(History.Call call, Instant now) {
    return now.truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofMinutes(call.minutesAgo()));
  }

  private void settle(Begun begun) {
    Reservation reserved = begun.reserved();
    switch (begun.call().fate()) {
      case EXACT, ESTIMATE -> {
        boolean exact = begun.call().fate() == Fate.EXACT;
        var _ =
            redis()
                .reservations
                .settle(reserved, begun.usage(), Bids.PRICE.cost(begun.usage()), exact);
      }
      case WORST -> {
        var _ = redis().reservations.settleWorst(reserved);
      }
      case NOT_BILLED -> redis().reservations.free(reserved);
      case DIES, LATE -> {}
    }
  }

  private void settledLate(Begun begun) {
    TokenUsage other = new TokenUsage(1, 0, 1, 0, 0);
    assertThat(redis().reservations.settle(begun.reserved(), other, Bids.PRICE.cost(other), true))
        .isEmpty();
    assertThat(redis().reservations.settleWorst(begun.reserved())).isEmpty();
    redis().reservations.free(begun.reserved());
  }

  private void assertWithin(Reservation wanted) {
    List<Counters.Count> counts =
        redis()
            .store
            .counters()
            .read(tenant, wanted.limits().stream().map(limit -> limit.counter()).toList());
    for (int i = 0; i < counts.size(); i++) {
      var limit = wanted.limits().get(i);
      assertThat(counts.get(i).spent(limit.unit()) + counts.get(i).held(limit.unit()))
          .as(limit.rule().text())
          .isLessThanOrEqualTo(limit.cap());
    }
  }

  private List<Counter> counters(History history, Instant now) {
    return history.calls().stream()
        .flatMap(
            call ->
                history
                    .rules()
                    .counters(call.payer(tenantName), at(call, now), ZoneOffset.UTC)
                    .stream())
        .distinct()
        .toList();
  }

  private boolean heldNothing(List<Counter> counters) {
    return redis().store.counters().read(tenant, counters).stream()
        .allMatch(count -> Stream.of(QuotaUnit.values()).allMatch(unit -> count.held(unit) == 0));
  }

  private static void assertRows(List<Begun> begun, List<LedgerEntry> rows) {
    Map<String, Begun> billed =
        begun.stream()
            .filter(Begun::billed)
            .collect(Collectors.toMap(one -> one.reserved().id(), one -> one));
    assertThat(rows.stream().map(LedgerEntry::id))
        .containsExactlyInAnyOrderElementsOf(billed.keySet());
    for (LedgerEntry row : rows) {
      Begun one = Optional.ofNullable(billed.get(row.id())).orElseThrow();
      assertThat(row.usage()).isEqualTo(one.usage());
      assertThat(row.cost()).isEqualTo(Bids.PRICE.cost(one.usage()));
      assertThat(row.at()).isEqualTo(one.reserved().at());
      assertThat(row.exact()).isEqualTo(one.call().fate() == Fate.EXACT);
    }
  }

  private void assertCounts(History history, List<Counters.Count> counts, List<LedgerEntry> rows) {
    Map<Counter, long[]> expected = new HashMap<>();
    counts.forEach(count -> expected.put(count.counter(), new long[QuotaUnit.values().length]));
    Map<String, History.Call> callers = new HashMap<>();
    history.calls().forEach(call -> callers.put("U" + call.user() + "/C" + call.channel(), call));
    for (LedgerEntry row : rows) {
      History.Call caller =
          Optional.ofNullable(callers.get(row.person().user().orElseThrow() + "/" + row.channel()))
              .orElseThrow();
      for (Counter counter :
          history.rules().counters(caller.payer(tenantName), row.at(), ZoneOffset.UTC)) {
        long[] sums = Optional.ofNullable(expected.get(counter)).orElseThrow();
        sums[QuotaUnit.REQUESTS.ordinal()]++;
        sums[QuotaUnit.TOKENS.ordinal()] += row.usage().total();
        sums[QuotaUnit.MONEY.ordinal()] += row.cost().micros();
      }
    }
    for (Counters.Count count : counts) {
      for (QuotaUnit unit : QuotaUnit.values()) {
        long[] sums = Optional.ofNullable(expected.get(count.counter())).orElseThrow();
        assertThat(count.spent(unit))
            .as("%s of %s", unit, count.counter())
            .isEqualTo(sums[unit.ordinal()]);
      }
    }
  }

  private List<DayUse> days(Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    return redis().store.ledger().days(tenant, today.minusDays(1), today);
  }

  private static void assertDays(List<DayUse> days, List<LedgerEntry> rows) {
    Map<List<Object>, DayUse.Tally> expected = new HashMap<>();
    for (LedgerEntry row : rows) {
      TokenUsage usage = row.usage();
      DayUse.Tally one =
          new DayUse.Tally(
              1,
              usage.prompt(),
              usage.cached(),
              usage.output(),
              usage.thinking(),
              usage.toolUse(),
              usage.searches(),
              row.cost(),
              row.exact() ? 0 : 1);
      LocalDate day = row.at().atZone(ZoneOffset.UTC).toLocalDate();
      expected.merge(
          List.of(day, row.person(), row.channel(), row.model()), one, DayUse.Tally::plus);
    }
    Map<List<Object>, DayUse.Tally> sums = new HashMap<>();
    for (DayUse use : days) {
      sums.put(List.of(use.day(), use.person(), use.channel(), use.model()), use.tally());
    }
    assertThat(sums).isEqualTo(expected);
  }
}
