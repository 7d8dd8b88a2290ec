package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.quota.Counter;
import dev.parley.quota.Counters;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.LimitState;
import dev.parley.quota.LimitStates;
import dev.parley.quota.ModelAdvice.Advice;
import dev.parley.quota.QuotaBook;
import dev.parley.quota.QuotaRules;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Thrift;
import dev.parley.quota.Window;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.time.SteppedClock;
import dev.parley.usage.Payer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is told of limits before they are reached")
class AdviceTest {
  @RegisterExtension private static final QuotaRedis REDIS = new QuotaRedis();

  private static final Payer ADA = Bids.payer("T1", "C1", "Ada");

  /// On a Wednesday at ten.
  private final SteppedClock clock = new SteppedClock();

  private final Map<Counter, Counters.Count> counted = new HashMap<>();
  private final Counters counters =
      (_, asked) -> asked.stream().map(one -> counted.getOrDefault(one, nothing(one))).toList();

  private static Counters.Count nothing(Counter counter) {
    return new Counters.Count(counter, Map.of(), Map.of());
  }

  private void counted(String account, Window window, QuotaUnit unit, long spent, long held) {
    Counter counter = new Counter(account, window.at(clock.instant(), ZoneOffset.UTC));
    counted.put(counter, new Counters.Count(counter, Map.of(unit, spent), Map.of(unit, held)));
  }

  private CurrentRules current(QuotaSettings settings) {
    return new CurrentRules(settings, REDIS.store.quotaBook(), clock);
  }

  @Nested
  @DisplayName("A cheaper model")
  class Cheaper {
    private Optional<Advice> advice(Counters from, String... rules) {
      QuotaSettings settings = Bids.settings(rules);
      return new Thrift(current(settings), from, settings, clock).advice(ADA);
    }

    @ParameterizedTest(name = "with {0} spent and {1} held of 1,000 tokens: {2}")
    @CsvSource({
      "0, 0, ''",
      "799, 0, ''",
      "700, 99, ''",
      "800, 0, lite",
      "700, 100, lite",
      "0, 1000, lite",
      "1200, 0, lite"
    })
    @DisplayName("goes on from its percentage on, what is held included")
    void fromItsPercentage(long spent, long held, String model) {
      counted("user/Ada", Window.DAY, QuotaUnit.TOKENS, spent, held);

      Optional<Advice> advice =
          advice(counters, "each user: 1,000 tokens per day, then lite from 80%");

      assertThat(advice.map(Advice::model).orElse("")).isEqualTo(model);
    }

    @Test
    @DisplayName("goes on where any of the limits that name one is near")
    void anyLimit() {
      counted("workspace", Window.MONTH, QuotaUnit.MONEY, 950_000, 0);

      Optional<Advice> advice =
          advice(
              counters,
              "each user: 1,000 tokens per day, then lite from 80%",
              "workspace: $1 per month, then tiny from 90%");

      assertThat(advice.map(Advice::model)).contains("tiny");
      assertThat(advice.map(Advice::percent)).contains(95);
    }

    @Test
    @DisplayName("is of no use to others, whose own limit is not near")
    void others() {
      counted("user/Bob", Window.DAY, QuotaUnit.TOKENS, 1_000, 0);

      assertThat(advice(counters, "each user: 1,000 tokens per day, then lite from 80%")).isEmpty();
    }

    @Test
    @DisplayName("does not go on where nobody can say what was spent")
    void unknown() {
      Counters away =
          (_, _) -> {
            throw new StoreUnavailableException("away", null);
          };

      assertThat(advice(away, "each user: 1,000 tokens per day, then lite from 80%")).isEmpty();
    }
  }

  @Nested
  @DisplayName("How much is left")
  class Left {
    private LimitState state(String rule) {
      QuotaSettings settings = Bids.settings(rule);
      List<LimitState> states =
          new LimitStates(current(settings), counters, settings, clock).of(ADA);
      assertThat(states).hasSize(1);
      return states.getFirst();
    }

    @Test
    @DisplayName("is what is not spent, calls that are being made aside")
    void left() {
      counted("user/Ada", Window.DAY, QuotaUnit.TOKENS, 250, 100);

      LimitState state = state("each user: 1,000 tokens per day");

      assertThat(state.left()).isEqualTo(750);
      assertThat(state.held()).isEqualTo(100);
      assertThat(state.percent()).isEqualTo(25);
    }

    @ParameterizedTest(name = "with {0} tokens since midnight and {1} this month, of 10,000: {2}")
    @CsvSource({
      // Ten hours of the day have passed, and five days and fourteen hours of the month are left.
      "0, 0,",
      "0, 9999,",
      "100, 100,",
      "1000, 5000, 2026-11-27T12:00:00Z",
      "1000, 9900, 2026-11-25T11:00:00Z",
      "500, 10000, 2026-11-25T10:00:00Z",
      "500, 12000, 2026-11-25T10:00:00Z"
    })
    @DisplayName("lasts as long as today's pace says, where that is not until it begins anew")
    void runsOut(long today, long month, @Nullable Instant runsOut) {
      counted("user/Ada", Window.DAY, QuotaUnit.TOKENS, today, 0);
      counted("user/Ada", Window.MONTH, QuotaUnit.TOKENS, month, 0);

      assertThat(state("each user: 10,000 tokens per month").runsOut())
          .isEqualTo(Optional.ofNullable(runsOut));
    }

    @Test
    @DisplayName("is told by the pace of an hour at least, early in the day")
    void earlyInTheDay() {
      clock.step(Duration.ofHours(14).plusMinutes(6));
      counted("user/Ada", Window.DAY, QuotaUnit.TOKENS, 100, 0);

      // 900 are left, at 100 an hour
      assertThat(state("each user: 1,000 tokens per day").runsOut())
          .contains(Instant.parse("2026-11-26T09:06:00Z"));
    }

    @Test
    @DisplayName("of the whole bot is told to nobody")
    void bot() {
      QuotaSettings settings = Bids.settings("bot: $1 per day");

      assertThat(new LimitStates(current(settings), counters, settings, clock).of(ADA)).isEmpty();
    }
  }

  @Nested
  @DisplayName("The rules that hold")
  class Holding {
    private final QuotaBook book = REDIS.store.quotaBook();

    private QuotaBook.Deed deed() {
      return new QuotaBook.Deed(clock.instant(), ADA.user(), "Ada", "set a rule");
    }

    private void set(String rule) {
      book.set(ADA.tenant(), Bids.rules(rule).rules().getFirst(), deed());
    }

    private static List<String> texts(QuotaRules rules) {
      return rules.rules().stream().map(rule -> rule.text()).toList();
    }

    @Test
    @DisplayName("are those of two seconds ago at the oldest, wherever they were changed")
    void twoSeconds() {
      CurrentRules rules = current(Bids.settings("each user: $2 per day"));
      assertThat(texts(rules.of(ADA.tenant()))).containsExactly("each user: $2.00 per day");

      set("each user: $3.141593 per day");
      clock.step(Duration.ofMillis(1_999));
      assertThat(texts(rules.of(ADA.tenant()))).containsExactly("each user: $2.00 per day");

      clock.step(Duration.ofMillis(1));
      assertThat(texts(rules.of(ADA.tenant()))).containsExactly("each user: $3.141593 per day");
    }

    @Test
    @DisplayName("are new at once where they were changed")
    void changedHere() {
      CurrentRules rules = current(Bids.settings());
      assertThat(rules.of(ADA.tenant()).rules()).isEmpty();
      set("workspace: 7 requests per week");

      rules.changed(ADA.tenant());

      assertThat(texts(rules.of(ADA.tenant()))).containsExactly("workspace: 7 requests per week");
    }

    @Test
    @DisplayName("are each tenant's own")
    void ownTenant() {
      CurrentRules rules = current(Bids.settings("each user: $2 per day"));
      set("each user: $5 per day");

      assertThat(texts(rules.of(Said.tenant("T2")))).containsExactly("each user: $2.00 per day");
      assertThat(texts(rules.of(ADA.tenant()))).containsExactly("each user: $5.00 per day");
    }
  }
}
