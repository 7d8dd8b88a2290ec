package dev.parley.testkit.model;

import static dev.parley.testkit.model.GeminiBench.FALLBACK;
import static dev.parley.testkit.model.ModelRequests.MODEL;
import static dev.parley.testkit.model.ModelRequests.asking;
import static dev.parley.testkit.model.ScriptedResponder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.demo.protocol.Parts;
import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Step;
import dev.parley.model.ModelStream;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.quota.CurrentRules;
import dev.parley.quota.QuotaLine;
import dev.parley.quota.QuotaListener;
import dev.parley.quota.QuotaMeter;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Refusal;
import dev.parley.quota.Reservations.Crossing;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.Payer;
import dev.parley.usage.Price;
import dev.parley.usage.PriceList;
import dev.parley.usage.Rates;
import dev.parley.usage.TokenUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The ledger has")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class GeminiMeteringTest {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration HANG = Duration.ofSeconds(30);
  private static final Price PRICE = price(MODEL, 750, 3_750);

  private final RedisForTests redis = RedisForTests.started();
  private final List<String> underestimated = new ArrayList<>();
  private RedisStore store;
  private GeminiBench bench;

  private static Price price(String model, long input, long output) {
    return new Price(
        model, LocalDate.EPOCH, 0, List.of(new Price.Tier(0, Rates.ofText(input, output))));
  }

  @BeforeAll
  void connect() {
    store = RedisStore.open(redis.settings().withPatience(Duration.ofSeconds(20), HANG, HANG));
  }

  @AfterAll
  void disconnect() {
    store.close();
    redis.close();
  }

  @BeforeEach
  void start() {
    redis.command("FLUSHALL");
    start(new String[0]);
  }

  @AfterEach
  void stop() {
    bench.close();
    assertThat(underestimated).isEmpty();
  }

  private void start(String... rules) {
    QuotaSettings settings =
        new QuotaSettings(
            Stream.of(rules).map(line -> QuotaLine.read(line).orElseThrow()).toList(),
            ZoneOffset.UTC,
            Map.of(),
            false);
    Clock clock = Clock.systemUTC();
    bench =
        GeminiBench.start(
            new QuotaMeter(
                new PriceList(List.of(PRICE, price(FALLBACK, 300, 2_500))),
                new CurrentRules(settings, store.quotaBook(), clock),
                store.reservations(KEPT),
                settings,
                new Listener(),
                clock));
  }

  private final class Listener implements QuotaListener {
    @Override
    public void crossed(Payer payer, Crossing crossing) {}

    @Override
    public void refused(Payer payer, Refusal why) {}

    @Override
    public void underestimated(String model) {
      underestimated.add(model);
    }
  }

  private List<LedgerEntry> rows() {
    return new Booked(store).rows();
  }

  private LedgerEntry onlyRow() {
    List<LedgerEntry> rows = rows();
    assertThat(new Booked(store).held()).isZero();
    return assertThat(rows).singleElement().actual();
  }

  private void answersNext(String text) {
    bench.gemini.next(Step.text(text), Step.finish("STOP"));
  }

  private static Step failing(int code) {
    return new Step.Fail(ProtocolError.of(code, "scripted"));
  }

  @Test
  @DisplayName("one row for an answer, as Gemini counted it")
  void answer() {
    answersNext("Hello there");

    Heard heard = bench.hear(asking("Hi"));

    LedgerEntry row = onlyRow();
    assertThat(row.exact()).isTrue();
    assertThat(row.usage()).isEqualTo(heard.finished().usage());
    assertThat(row.cost()).isEqualTo(PRICE.cost(heard.finished().usage()));
    assertThat(row.model()).isEqualTo(MODEL);
  }

  @Test
  @DisplayName("no row for calls that Gemini refused")
  void refusedByGemini() {
    bench.gemini.next(failing(503));
    bench.gemini.next(failing(429));
    answersNext("at last");

    Heard heard = bench.hear(asking("Hi"));

    assertThat(bench.gemini.requests()).hasSize(3);
    assertThat(onlyRow().usage()).isEqualTo(heard.finished().usage());
  }

  static Stream<Step> cuts() {
    return Stream.of(new Step.End(), new Step.BreakOff(), failing(503));
  }

  @ParameterizedTest(name = "an estimate by what was counted last, where an answer is cut: {0}")
  @MethodSource("cuts")
  void cut(Step ending) {
    bench.gemini.next(Step.text("Half "), Step.text("of it"), ending);

    Heard heard = bench.hear(asking("Hi"));

    LedgerEntry row = onlyRow();
    assertThat(row.exact()).isFalse();
    assertThat(row.usage().output()).isPositive();
    assertThat(row.usage()).isEqualTo(heard.finished().usage());
  }

  @Test
  @DisplayName("the worst case where a call is stopped before anything came")
  void stopped() {
    bench.gemini.next(new Step.Await(new CountDownLatch(1)));
    ModelStream stream = bench.model.stream(asking("Hi"));
    CompletableFuture<Boolean> ended =
        CompletableFuture.supplyAsync(stream::next).handle((_, error) -> error != null);
    Awaitility.await().atMost(HANG).until(() -> bench.gemini.requests().size() == 1);
    assertThat(new Booked(store).held()).isPositive();

    stream.close();

    assertThat(ended.join()).isTrue();
    Awaitility.await().atMost(HANG).until(() -> new Booked(store).held() == 0);
    LedgerEntry row = onlyRow();
    assertThat(row.exact()).isFalse();
    assertThat(row.usage().output()).isEqualTo(asking("Hi").mostOutputTokens());
  }

  @Test
  @DisplayName("the last count where a call is stopped in its answer")
  void stoppedInItsAnswer() {
    bench.gemini.next(Step.text("Some words"), new Step.Await(new CountDownLatch(1)));
    ModelStream stream = bench.model.stream(asking("Hi"));
    assertThat(stream.next()).isNotNull();

    stream.close();

    Awaitility.await().atMost(HANG).until(() -> new Booked(store).held() == 0);
    LedgerEntry row = onlyRow();
    assertThat(row.exact()).isFalse();
    assertThat(row.usage().output()).isBetween(1, asking("Hi").mostOutputTokens() - 1);
  }

  @Test
  @DisplayName("a row for each of two calls, where nothing came of the first one")
  void silentlyAgain() {
    bench.gemini.next(new Step.Finish("STOP", 7, OptionalInt.empty()));
    answersNext("at last");

    Heard heard = bench.hear(asking("Hi"));

    List<LedgerEntry> rows = rows();
    assertThat(rows).hasSize(2).allMatch(LedgerEntry::exact);
    assertThat(rows.getFirst().usage().thinking()).isEqualTo(7);
    assertThat(rows.stream().map(LedgerEntry::usage).reduce(TokenUsage.NONE, TokenUsage::plus))
        .isEqualTo(heard.finished().usage());
    assertThat(new Booked(store).held()).isZero();
  }

  @Test
  @DisplayName("a row for each try that broke off before its answer")
  void brokenTries() {
    bench.gemini.next(new Step.Chunk(List.of(Parts.thought("Hm"))), new Step.BreakOff());
    answersNext("at last");

    assertThat(bench.hear(asking("Hi")).text()).isEqualTo("at last");

    assertThat(rows().stream().map(LedgerEntry::exact)).containsExactly(false, true);
  }

  @Test
  @DisplayName("the model that answered instead, at its own price")
  void fallback() {
    bench.gemini.whenever(model(MODEL), failing(404));
    answersNext("from the other");

    assertThat(bench.hear(asking("Hi")).text()).isEqualTo("from the other");

    LedgerEntry row = onlyRow();
    assertThat(row.model()).isEqualTo(FALLBACK);
    assertThat(row.cost()).isEqualTo(price(FALLBACK, 300, 2_500).cost(row.usage()));
  }

  @Test
  @DisplayName("nothing of a call that was refused before it was made: nothing is sent")
  void refusedBefore() {
    bench.close();
    start("each user: 100 tokens per day");
    answersNext("never");

    assertThatThrownBy(() -> bench.hear(asking("Hi")))
        .isInstanceOfSatisfying(
            ModelUnaffordableException.class,
            e -> assertThat(e.refusal()).isInstanceOf(Refusal.OverLimit.class));

    assertThat(bench.gemini.requests()).isEmpty();
    assertThat(rows()).isEmpty();
    assertThat(new Booked(store).held()).isZero();
  }

  @Test
  @DisplayName("room for an answer no longer than fits, and Gemini is told so")
  void shortened() {
    bench.close();
    start("each user: 5,000 tokens per day");
    CountDownLatch gate = new CountDownLatch(1);
    bench.gemini.next(Step.text("Short"), new Step.Await(gate), Step.finish("STOP"));

    try (ModelStream stream = bench.model.stream(asking("Hi").withMostOutputTokens(8_000))) {
      assertThat(stream.next()).isNotNull();
      int most = bench.gemini.requests().getFirst().mostOutputTokens();
      assertThat(most).isBetween(4_000, 4_999);
      gate.countDown();
      assertThat(stream.next()).isNotNull();
    }

    assertThat(onlyRow().exact()).isTrue();
  }
}
