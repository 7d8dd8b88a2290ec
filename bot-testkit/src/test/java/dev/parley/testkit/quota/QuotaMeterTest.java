package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.model.CallBid;
import dev.parley.model.CallMeter.Admission;
import dev.parley.model.CallMeter.Call;
import dev.parley.model.CallRefusal;
import dev.parley.model.PromptCount;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.QuotaMeter;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Refusal;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.Money;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The meter before each call")
@Timeout(180)
class QuotaMeterTest {
  @RegisterExtension private static final QuotaRedis REDIS = new QuotaRedis();

  private static final Payer ADA = Bids.payer("T1", "C1", "Ada");

  /// The worst case of each call here: 1,000 tokens in and out, of 4,500 micro-dollars.
  private static final CallBid BID = Bids.bid(ADA, 1_000, 1_000);

  private static final TokenUsage WORST = new TokenUsage(1_000, 0, 900, 100, 0);

  private final NotedCrossings noted = new NotedCrossings();

  private QuotaMeter meter(String... rules) {
    QuotaSettings settings = Bids.settings(rules);
    Clock clock = Clock.systemUTC();
    return new QuotaMeter(
        Bids.PRICES,
        new CurrentRules(settings, REDIS.store.quotaBook(), clock),
        REDIS.reservations,
        settings,
        noted,
        clock);
  }

  private static Call admitted(Admission admission) {
    assertThat(admission).isInstanceOf(Admission.Admitted.class);
    return ((Admission.Admitted) admission).call();
  }

  private static CallRefusal refused(Admission admission) {
    assertThat(admission).isInstanceOf(Admission.Refused.class);
    return ((Admission.Refused) admission).why();
  }

  @ParameterizedTest(name = "lets ten of a thousand begin with room for ten: {0}")
  @ValueSource(
      strings = {
        "workspace: 10 requests per month",
        "each user: 20,000 tokens per month",
        "channel C1: $0.045 per month",
        "bot: $0.045 per month"
      })
  void thousandAtOnce(String rule) {
    QuotaMeter meter = meter(rule);
    Instant begin = Instant.now();

    List<Admission> admissions =
        Together.all(
            IntStream.range(0, 1_000)
                .<Callable<Admission>>mapToObj(_ -> () -> meter.begin(BID))
                .toList());

    List<Call> calls =
        admissions.stream()
            .filter(Admission.Admitted.class::isInstance)
            .map(QuotaMeterTest::admitted)
            .toList();
    assertThat(calls).hasSize(10);
    assertThat(admissions.stream().filter(Admission.Refused.class::isInstance))
        .hasSize(990)
        .allSatisfy(refusal -> assertOverLimit(refused(refusal), true, begin));

    calls.forEach(call -> call.took(WORST));
    assertOverLimit(refused(meter.begin(BID)), false, begin);
    assertThat(REDIS.rows(Said.tenant("T1"))).hasSize(10);
  }

  private static void assertOverLimit(CallRefusal why, boolean busy, Instant begin) {
    assertThat(why)
        .isInstanceOfSatisfying(
            Refusal.OverLimit.class,
            over -> {
              assertThat(over.limit().span().end()).isAfter(begin);
              assertThat(over.busy()).isEqualTo(busy);
            });
  }

  @Test
  @DisplayName("lets a call answer with as many tokens as fit")
  void asManyAsFit() {
    QuotaMeter meter = meter("each user: 5,000 tokens per day");

    Call call = admitted(meter.begin(Bids.bid(ADA, 1_000, 8_000)));

    assertThat(call.mostOutputTokens()).isEqualTo(4_000);
  }

  @Test
  @DisplayName("refuses a call with room for less than is worth making")
  void tooLittle() {
    QuotaMeter meter = meter("each user: 2,000 tokens per day");

    assertThat(refused(meter.begin(Bids.bid(ADA, 1_000, 8_000))))
        .isInstanceOf(Refusal.OverLimit.class);
  }

  @Test
  @DisplayName("refuses a model that has no price")
  void unknownPrice() {
    CallBid bid = new CallBid(Bids.booking(ADA), "dear", 1, 1, Duration.ofMinutes(1));

    assertThat(refused(meter().begin(bid))).isEqualTo(new Refusal.UnknownPrice("dear"));
  }

  @Test
  @DisplayName("books vectors, those of a batch at its price, and none of them as a question")
  void embeddings() {
    QuotaMeter meter = meter("each user: 1 request per day", "each user: $0.0003 per month");
    TokenUsage took = new TokenUsage(1_000, 0, 0, 0, 0);

    admitted(meter.begin(embedding(Purpose.EMBEDDING))).took(took);
    admitted(meter.begin(embedding(Purpose.EMBEDDING_BATCH))).took(took);

    assertThat(refused(meter.begin(embedding(Purpose.EMBEDDING_BATCH))))
        .isInstanceOf(Refusal.OverLimit.class);
    assertThat(REDIS.rows(Said.tenant("T1")))
        .extracting(LedgerEntry::purpose, LedgerEntry::cost, LedgerEntry::requests)
        .containsExactly(
            tuple("embedding", new Money(200), 0), tuple("embedding-batch", new Money(100), 0));
  }

  private static CallBid embedding(Purpose purpose) {
    return new CallBid(
        Bids.booking(ADA).forPurpose(purpose), Bids.EMBEDDER, 1_000, 0, Duration.ofMinutes(1));
  }

  @Test
  @DisplayName("refuses what needs more room than is left, though an answer in words needs less")
  void needsMore() {
    QuotaMeter meter = meter("each user: 3,000 tokens per month");
    CallBid picture =
        new CallBid(
            Bids.booking(ADA),
            Bids.MODEL,
            1_500,
            PromptCount.UNKNOWN,
            8_000,
            2_048,
            Duration.ofMinutes(1));

    assertThat(refused(meter.begin(picture))).isInstanceOf(Refusal.OverLimit.class);
    assertThat(admitted(meter.begin(Bids.bid(ADA, 1_500, 8_000))).mostOutputTokens())
        .isEqualTo(1_500);
  }

  @Test
  @DisplayName("tells each mark of a limit once")
  void marks() {
    QuotaMeter meter = meter("each user: 20,000 tokens per month");

    for (int call = 0; call < 10; call++) {
      admitted(meter.begin(BID)).took(WORST);
    }

    assertThat(noted.percents()).containsExactly(50, 80, 100);
  }

  @Test
  @DisplayName("books what a call took even where its thread was interrupted, which it stays")
  void interrupted() {
    Call call = admitted(meter().begin(BID));

    Thread.currentThread().interrupt();
    call.took(WORST);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(REDIS.rows(Said.tenant("T1"))).hasSize(1);
  }
}
