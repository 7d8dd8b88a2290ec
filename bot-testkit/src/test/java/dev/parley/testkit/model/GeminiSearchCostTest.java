package dev.parley.testkit.model;

import static dev.parley.testkit.model.ModelRequests.MODEL;
import static dev.parley.testkit.model.ModelRequests.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.demo.protocol.Step;
import dev.parley.gemini.OwnTools;
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

@DisplayName("What Gemini's searches cost")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class GeminiSearchCostTest {
  /// A cent each.
  private static final long NANOS_PER_SEARCH = 10_000_000;

  private static final Price PRICE =
      new Price(
          MODEL, LocalDate.EPOCH, NANOS_PER_SEARCH, List.of(new Price.Tier(0, Rates.ofText(1, 1))));

  private final RedisForTests redis = RedisForTests.started();
  private final List<String> underestimated = new ArrayList<>();
  private RedisStore store;
  private GeminiBench bench;

  @BeforeAll
  void connect() {
    Duration hang = Duration.ofSeconds(30);
    store = RedisStore.open(redis.settings().withPatience(Duration.ofSeconds(20), hang, hang));
  }

  @AfterAll
  void disconnect() {
    store.close();
    redis.close();
  }

  @BeforeEach
  void clean() {
    redis.command("FLUSHALL");
    underestimated.clear();
  }

  @AfterEach
  void stop() {
    bench.close();
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
            new GeminiBench.Settings().using(new OwnTools(true, false, false, 3)),
            new QuotaMeter(
                new PriceList(List.of(PRICE)),
                new CurrentRules(settings, store.quotaBook(), clock),
                store.reservations(Duration.ofDays(30)),
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

  private static ModelRequest searching() {
    return asking("Rain?").withOwnTools(true);
  }

  private void searchesNext(String... queries) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    Stream.of(queries)
        .forEach(fields.putObject("groundingMetadata").putArray("webSearchQueries")::add);
    bench.gemini.next(Step.text("Wet."), new Step.Beside(fields), Step.finish("STOP"));
  }

  private LedgerEntry onlyRow() {
    assertThat(new Booked(store).held()).isZero();
    return assertThat(new Booked(store).rows()).singleElement().actual();
  }

  @Test
  @DisplayName("is booked for each that was made")
  void booked() {
    start();
    searchesNext("rain", "rain in Kyiv");

    bench.hear(searching());

    assertThat(onlyRow().usage().searches()).isEqualTo(2);
    assertThat(onlyRow().cost().micros()).isEqualTo(20_001);
    assertThat(underestimated).isEmpty();
  }

  @Test
  @DisplayName("is reserved before the call, for those that it may make")
  void reserved() {
    start("each user: $0.029 per day");
    assertThatThrownBy(() -> bench.hear(searching()))
        .isInstanceOfSatisfying(
            ModelUnaffordableException.class,
            e -> assertThat(e.refusal()).isInstanceOf(Refusal.OverLimit.class));
    assertThat(bench.gemini.requests()).isEmpty();

    searchesNext();
    bench.hear(asking("Without?"));
    assertThat(onlyRow().usage().searches()).isZero();
  }

  @Test
  @DisplayName("is booked in full where more were made than reserved, and that is told")
  void more() {
    start();
    searchesNext("a", "b", "c", "d");

    bench.hear(searching());

    assertThat(onlyRow().usage().searches()).isEqualTo(4);
    assertThat(underestimated).containsExactly(MODEL);
  }

  @Test
  @DisplayName("is booked at its worst where nobody knows how many were made")
  void unknown() {
    start();
    bench.gemini.next(new Step.BreakOff());
    bench.gemini.next(new Step.BreakOff());
    bench.gemini.next(new Step.BreakOff());

    assertThatThrownBy(() -> bench.hear(ModelRequests.bound(searching()))).isNotNull();

    assertThat(new Booked(store).rows())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.usage().searches()).isEqualTo(3);
              assertThat(row.cost().micros()).isGreaterThanOrEqualTo(30_000);
              assertThat(row.exact()).isFalse();
            });
  }
}
