package dev.parley.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gemini.EmbeddingSettings;
import dev.parley.model.Embedder;
import dev.parley.model.Embedder.TitledText;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@DisplayName("Of vectors, the ledger has")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class GeminiEmbeddingLedgerTest {
  private static final String MODEL = "gemini-embedding-2";
  private static final Duration HANG = Duration.ofSeconds(30);
  private static final Price PRICE =
      new Price(MODEL, LocalDate.EPOCH, 0, List.of(new Price.Tier(0, Rates.ofText(200, 0))));

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
    assertThat(new Booked(store).held()).isZero();
  }

  private Embedder embedder(String... rules) {
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
    return bench.model.embedder(EmbeddingSettings.of(MODEL, 128));
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

  private static List<TitledText> passages(int count) {
    return IntStream.range(0, count)
        .mapToObj(at -> new TitledText("", "word ".repeat(40) + at))
        .toList();
  }

  @Test
  @DisplayName("a row for each request, with its exact cost, and no question")
  void rows() {
    embedder().passages(passages(150), EmbedderContract.BOOKING);

    assertThat(new Booked(store).rows())
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.purpose()).isEqualTo("embedding");
              assertThat(row.exact()).isTrue();
              assertThat(row.requests()).isZero();
              assertThat(row.cost().micros()).isPositive();
            });
  }

  @Test
  @DisplayName("an estimate, where Gemini did not say what a request took")
  void estimate() {
    Embedder embedder = embedder();
    bench.gemini.embeddings().tellNoUsage();

    embedder.question("Where?", EmbedderContract.BOOKING);

    LedgerEntry row = assertThat(new Booked(store).rows()).singleElement().actual();
    assertThat(row.exact()).isFalse();
    assertThat(row.usage().prompt()).isPositive();
  }

  @Test
  @DisplayName("what was made before there was no room, and nothing is held back afterwards")
  void midway() {
    Embedder embedder = embedder("each user: 16,000 tokens per day");

    assertThatThrownBy(() -> embedder.passages(passages(1_000), EmbedderContract.BOOKING))
        .isInstanceOfSatisfying(
            ModelUnaffordableException.class,
            e -> assertThat(e.refusal()).isInstanceOf(Refusal.OverLimit.class));

    int spent = new Booked(store).rows().stream().mapToInt(row -> row.usage().prompt()).sum();
    assertThat(spent).isLessThanOrEqualTo(16_000);
    assertThat(bench.gemini.embeddings().batches()).hasSizeLessThan(10);
  }

  @Test
  @DisplayName("what fits by a count, where it does not by its bound")
  void counted() {
    embedder("each user: 15,000 tokens per day").passages(passages(90), EmbedderContract.BOOKING);

    assertThat(bench.gemini.countings()).hasSize(1);
    assertThat(new Booked(store).rows()).hasSize(1);
  }
}
