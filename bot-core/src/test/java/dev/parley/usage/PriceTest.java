package dev.parley.usage;

import static dev.parley.usage.SomePrices.price;
import static dev.parley.usage.SomePrices.text;
import static dev.parley.usage.SomePrices.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The price of a call")
class PriceTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static Price now(String model) {
    String[] parts = model.split("\\+");
    Price price = SomePrices.LIST.of(parts[0], NOW).orElseThrow();
    return price.of(parts.length > 1 ? Purpose.EMBEDDING_BATCH : Purpose.EMBEDDING);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      // the counts: prompt, cached, output, thinking, tool use, audio, image, image output,
      // searches, and video where there is any
      textBlock =
          """
          nothing                              | flash     | 0 0 0 0 0 0 0 0 0                 | 0
          plain                                | flash     | 1000 0 200 0 0 0 0 0 0            | 1500
          one token, rounded up                | flash     | 1 0 0 0 0 0 0 0 0                 | 1
          whole micro-dollars, not rounded     | flash     | 4 0 0 0 0 0 0 0 0                 | 3
          parts that are only together whole   | flash     | 3 0 1 0 0 0 0 0 0                 | 6
          partly cached                        | flash     | 10000 8000 500 0 0 0 0 0 0        | 3975
          all cached, rounded up once          | flash     | 4096 4096 10 0 0 0 0 0 0          | 345
          mostly cached, another model         | lite      | 32000 24000 700 0 0 0 0 0 0       | 4870
          thinking                             | flash     | 1200 0 300 2000 0 0 0 0 0         | 9525
          the provider's own tools             | flash     | 1000 0 100 0 2500 0 0 0 0         | 3000
          cancelled with only a prompt         | flash     | 52345 0 0 0 0 0 0 0 0             | 39259
          searches                             | flash     | 1000 0 200 0 0 0 0 0 3            | 43500
          a search that costs more elsewhere   | listener  | 1000 0 100 0 0 0 0 0 1            | 35550
          as large as the lower tier goes      | pro       | 200000 0 1000 0 0 0 0 0 0         | 412000
          one token above                      | pro       | 200001 0 1000 0 0 0 0 0 0         | 818004
          above, cached and thinking           | pro       | 250000 240000 2000 3000 0 0 0 0 0 | 226000
          large by the provider's tools alone  | pro       | 150000 0 100 0 100000 0 0 0 0     | 501200
          sound                                | listener  | 2000 0 100 0 0 1500 0 0 0         | 1900
          sound, the words cached              | listener  | 2000 500 0 0 0 1500 0 0 0         | 1515
          sound, cached in part                | listener  | 2000 1200 0 0 0 1500 0 0 0        | 836
          sound, all cached                    | listener  | 2000 2000 0 0 0 1500 0 0 0        | 60
          a picture                            | flash     | 1300 0 50 0 0 0 1120 0 0          | 1163
          a picture that is made               | painter   | 50 0 1130 0 0 0 0 1120 0          | 67255
          a picture that is thought about      | painter   | 50 0 1120 200 0 0 0 1120 0        | 67825
          a picture without a price of its own | flash     | 10 0 258 0 0 0 0 258 0            | 975
          text to embed                        | embedding | 8192 0 0 0 0 0 0 0 0              | 1639
          a picture to embed                   | embedding | 258 0 0 0 0 0 258 0 0             | 117
          sound to embed                       | embedding | 800 0 0 0 0 800 0 0 0             | 5200
          a video to embed                     | embedding | 1000 0 0 0 0 0 0 0 0 1000         | 12000
          all of these to embed                | embedding | 1000 0 0 0 0 100 200 0 0 300       | 4420
          text to embed, of an older model     | older     | 8192 0 0 0 0 0 0 0 0              | 1229
          text to embed, in a batch            | embedding+batch | 8192 0 0 0 0 0 0 0 0        | 820
          a picture to embed, in a batch       | embedding+batch | 258 0 0 0 0 0 258 0 0       | 59
          sound to embed, in a batch           | embedding+batch | 800 0 0 0 0 800 0 0 0       | 2600
          a video to embed, in a batch         | embedding+batch | 1000 0 0 0 0 0 0 0 0 1000   | 6000
          all of these, in a batch             | embedding+batch | 1000 0 0 0 0 100 200 0 0 300 | 2210
          an older model's text, in a batch    | older+batch | 8192 0 0 0 0 0 0 0 0            | 615
          a model without a price for batches  | flash+batch | 1000 0 0 0 0 0 0 0 0            | 750
          a video of a model without its price | flash     | 1000 0 0 0 0 200 0 0 0 800        | 750
          a video, the words cached            | embedding | 1000 200 0 0 0 0 0 0 0 800        | 9640
          more parts counted than the prompt   | listener  | 100 200 0 0 0 150 50 0 0          | 3
          more pictures counted than output    | painter   | 0 0 5 0 0 0 0 9 0                 | 300
          """)
  @DisplayName("is")
  void cost(String call, String model, String counts, long micros) {
    assertThat(now(model).cost(usage(counts))).isEqualTo(new Money(micros));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-09-02T00:00:00Z, 1500",
    "2026-12-31T23:59:59.999999999Z, 1500",
    "2027-01-01T00:00:00Z, 3000",
    "2027-01-01T00:00:01Z, 3000"
  })
  @DisplayName("changes at midnight UTC")
  void steps(Instant at, long micros) {
    Price price = SomePrices.LIST.of("flash", at).orElseThrow();

    assertThat(price.cost(new TokenUsage(1_000, 0, 200, 0, 0))).isEqualTo(new Money(micros));
  }

  private static TokenUsage usage(String counts) {
    int[] at = List.of(counts.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
    int video = at.length > 9 ? at[9] : 0;
    return new TokenUsage(at[0], at[1], at[2], at[3], at[4], at[5], at[6], video, at[7], at[8]);
  }

  @ParameterizedTest(name = "{0}, {1} and {2} tokens: {3}")
  @CsvSource({
    "flash, 1000, 200, 1500",
    "flash, 1, 0, 1",
    "pro, 200000, 1000, 412000",
    "pro, 200001, 1000, 818004",
    "listener, 1000, 100, 1250",
    "painter, 50, 1130, 67825",
    "embedding, 100, 5000, 1200",
    "embedding+batch, 100, 5000, 600",
  })
  @DisplayName("is at most what the dearest tokens cost")
  void mostFor(String model, long prompt, long output, long micros) {
    assertThat(now(model).mostFor(prompt, output)).isEqualTo(new Money(micros));
  }

  @Test
  @DisplayName("is at most what the lower tier costs where that is the dearer one")
  void cheaperAbove() {
    Price price =
        price("odd", "2026-01-01", 0, tier(0, text(10, 10, 50)), tier(100, text(20, 5, 40)));

    assertThat(price.nanosForPrompt(100)).isEqualTo(1_000);
    assertThat(price.nanosForPrompt(101)).isEqualTo(2_020);
    assertThat(price.nanosPerOutputToken(101)).isEqualTo(50);
  }

  @Test
  @DisplayName("is never that of more sound than the prompt has tokens")
  void soundBeyondPrompt() {
    Rates picturesDearest =
        new Rates(1_000, 1_000, 2_000, 3_000, 1_000, 1_000, OptionalLong.empty());
    Price price = price("odd", "2026-01-01", 0, tier(0, picturesDearest));

    assertThat(price.cost(usage("100 0 0 0 0 150 0 0 0"))).isEqualTo(new Money(200));
  }

  @Test
  @DisplayName("says which price it is, and whether pictures have one")
  void told() {
    assertThat(now("flash").version()).isEqualTo("flash@2026-09-02");
    assertThat(now("embedding+batch").version()).isEqualTo("embedding@2026-09-20");
    assertThat(now("painter").coversPictures()).isTrue();
    assertThat(now("flash").coversPictures()).isFalse();
  }

  @Test
  @DisplayName("is never negative, and has tiers that ascend from nothing")
  void impossible() {
    Rates rates = text(1, 1, 1);
    LocalDate day = LocalDate.parse("2026-01-01");

    assertThatIllegalArgumentException().isThrownBy(() -> text(1, -1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rates(1, 1, 1, 1, 1, 1, OptionalLong.of(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> price("m", "2026-01-01", -1, tier(0, rates)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Price("m", day, 0, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> price("m", "2026-01-01", 0, tier(5, rates)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> price("m", "2026-01-01", 0, tier(0, rates), tier(0, rates)));
  }
}
