package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.MODEL;
import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.demo.protocol.GeminiRequest;
import dev.parley.demo.protocol.ProtocolError;
import dev.parley.demo.protocol.Step;
import dev.parley.model.ModelRequest;
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
import dev.parley.tool.ToolSpec;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.Payer;
import dev.parley.usage.Price;
import dev.parley.usage.PriceList;
import dev.parley.usage.Rates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Gemini is asked how long a prompt is")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class GeminiCountingTest {
  private static final Duration HANG = Duration.ofSeconds(30);
  private static final Price PRICE =
      new Price(MODEL, LocalDate.EPOCH, 0, List.of(new Price.Tier(0, Rates.ofText(750, 3_750))));

  /// 4,000 bytes, so 4,000 tokens at most; the model's server counts a token for each four of them.
  private static final ModelRequest LONG =
      asking("word ".repeat(800).strip() + "s").withMostOutputTokens(1_500);

  private final RedisForTests redis = RedisForTests.started();
  private final List<String> underestimated = new ArrayList<>();
  private RedisStore store;
  private GeminiBench bench;

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
  void empty() {
    redis.command("FLUSHALL");
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
                new PriceList(List.of(PRICE)),
                new CurrentRules(settings, store.quotaBook(), clock),
                store.reservations(Duration.ofDays(30)),
                settings,
                new Listener(),
                clock));
    bench.gemini.next(Step.text("So be it."), Step.finish("STOP"));
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

  private int allowed(ModelRequest request) {
    assertThat(bench.hear(request).text()).isEqualTo("So be it.");
    LedgerEntry row = assertThat(new Booked(store).rows()).singleElement().actual();
    assertThat(row.exact()).isTrue();
    return bench.gemini.requests().getFirst().mostOutputTokens();
  }

  private Refusal.OverLimit refused(ModelRequest request) {
    List<Refusal.OverLimit> why = new ArrayList<>();
    assertThatThrownBy(() -> bench.hear(request))
        .isInstanceOfSatisfying(
            ModelUnaffordableException.class,
            refusal -> why.add((Refusal.OverLimit) refusal.refusal()));
    assertThat(bench.gemini.requests()).isEmpty();
    assertThat(new Booked(store).rows()).isEmpty();
    assertThat(new Booked(store).held()).isZero();
    return why.getFirst();
  }

  @ParameterizedTest(name = "where its bound does not fit, and the question is answered: {0}")
  @ValueSource(strings = {"each user: 3,000 tokens per day", "each user: $0.007 per day"})
  void fitsByCount(String rule) {
    start(rule);

    assertThat(allowed(LONG)).isEqualTo(1_500);

    GeminiRequest counted = assertThat(bench.gemini.countings()).singleElement().actual();
    assertThat(counted.model()).isEqualTo(MODEL);
    assertThat(counted.lastUserText()).isEqualTo(bench.gemini.requests().getFirst().lastUserText());
  }

  @Test
  @DisplayName("where its bound would shorten the answer")
  void shortened() {
    start("each user: 5,300 tokens per day");

    assertThat(allowed(LONG)).isEqualTo(1_500);

    assertThat(bench.gemini.countings()).hasSize(1);
  }

  @Test
  @DisplayName("where it does not fit by its count either, and nothing is spent")
  void fitsNeither() {
    start("each user: 2,000 tokens per day");

    assertThat(refused(LONG).spent()).isZero();

    assertThat(bench.gemini.countings()).hasSize(1);
  }

  @Test
  @DisplayName("and where it does not say, the bound counts")
  void doesNotSay() {
    start("each user: 3,000 tokens per day");
    bench.gemini.refuseToCount(ProtocolError.of(503, "scripted"));

    assertThat(refused(LONG).busy()).isFalse();

    assertThat(bench.gemini.countings()).hasSize(1);
  }

  @Test
  @DisplayName("with its instruction, and with a margin and its tools' bytes besides")
  void whole() {
    ToolSpec tool =
        new ToolSpec(
            "weather",
            "Tells the weather. ".repeat(20),
            JsonNodeFactory.instance.objectNode().put("type", "object"));
    start("each user: 3,000 tokens per day");

    int output = allowed(ModelRequests.withTools(LONG, tool));

    assertThat(output).isBetween(1_440, 1_490);
    assertThat(bench.gemini.countings().getFirst().contents().getFirst().toString())
        .contains(bench.gemini.requests().getFirst().system());
  }

  @Test
  @DisplayName("never where the bound fits, or nothing but questions are counted")
  void notAsked() {
    start("each user: 10,000 tokens per day", "channel C1: 1 request per day");

    assertThat(allowed(LONG)).isEqualTo(1_500);
    assertThatThrownBy(() -> bench.hear(asking("Hi")))
        .isInstanceOf(ModelUnaffordableException.class);

    assertThat(bench.gemini.countings()).isEmpty();
  }
}
