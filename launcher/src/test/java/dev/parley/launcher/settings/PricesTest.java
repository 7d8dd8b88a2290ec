package dev.parley.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.usage.Money;
import dev.parley.usage.Price;
import dev.parley.usage.Purpose;
import dev.parley.usage.TokenUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The prices of the models")
class PricesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final TokenUsage MILLION_EACH = new TokenUsage(1_000_000, 0, 1_000_000, 0, 0);

  @TempDir Path folder;

  private Settings read(Map<String, String> environment) {
    return new SettingsFile(environment, folder, Clock.fixed(NOW, ZoneOffset.UTC)).read();
  }

  private void write(String name, String yaml) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config").resolve(name), yaml);
  }

  private List<String> mistakes() {
    SettingsException mistaken =
        catchThrowableOfType(SettingsException.class, () -> read(Map.of()));
    return mistaken.mistakes().stream()
        .map(mistake -> mistake.toString().replace(folder.toString(), "…"))
        .toList();
  }

  @Nested
  @DisplayName("that are shipped")
  class AsShipped {
    private Price price(String model, Instant at) {
      return read(Map.of()).prices().of(model, at).orElseThrow();
    }

    @Test
    @DisplayName("are there for all models that the settings name")
    void complete() {
      Settings settings = read(Map.of());

      assertThat(settings.prices().models())
          .contains(settings.gemini().model(), DemoSection.MODEL)
          .containsAll(settings.gemini().fallbackModels())
          .contains("gemini-4-argon", "gemini-embedding-2", "gemini-3-pro-image");
      assertThat(settings.prices().models())
          .allMatch(model -> settings.prices().of(model, NOW).isPresent());
    }

    @Test
    @DisplayName("are the same with the file that lies beside the settings")
    void beside() throws IOException {
      String shipped = Shipped.text("prices.yaml");
      write("prices.yaml", shipped);

      assertThat(shipped).isEqualTo(Files.readString(Path.of("../config/prices.yaml")));
      assertThat(read(Map.of()).prices().models()).contains("gemini-3.8-flash");
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
      "gemini-3.8-flash, 2026-12-31T23:59:59Z, $4.50",
      "gemini-3.8-flash, 2027-01-01T00:00:00Z, $9.00",
      "gemini-4-argon, 2026-11-30T23:59:59Z, $12.00",
      "gemini-4-argon, 2026-12-01T00:00:00Z, $24.00",
      "gemini-3.5-flash-lite, 2026-11-25T00:00:00Z, $2.80",
      "gemini-3.1-pro-preview, 2026-11-25T00:00:00Z, $22.00",
      "gemini-2.5-pro, 2026-11-30T23:59:59Z, $17.50",
      "gemini-2.5-pro, 2026-12-01T00:00:00Z, $4.50",
      "gemini-2.5-pro, 2027-01-01T00:00:00Z, $9.00",
      "gemini-2.5-flash, 2026-12-01T00:00:00Z, $2.80",
      "gemini-embedding-2, 2026-11-25T00:00:00Z, $0.20",
      "gemini-demo, 2026-11-25T00:00:00Z, $4.50"
    })
    @DisplayName("change on their days")
    void steps(String model, Instant at, String cost) {
      assertThat(price(model, at).cost(MILLION_EACH).text()).isEqualTo(cost);
    }

    @Test
    @DisplayName("know sound, pictures, caches and searches")
    void kinds() {
      TokenUsage sound = new TokenUsage(1_000_000, 0, 0, 0, 0, 1_000_000, 0, 0, 0, 0);
      TokenUsage cached = new TokenUsage(1_000_000, 1_000_000, 0, 0, 0);
      TokenUsage made = new TokenUsage(0, 0, 1_120, 0, 0, 0, 0, 0, 1_120, 0);

      assertThat(price("gemini-2.5-flash", NOW).cost(sound).text()).isEqualTo("$1.00");
      assertThat(price("gemini-3.8-flash", NOW).cost(sound).text()).isEqualTo("$0.75");
      assertThat(price("gemini-3.8-flash", NOW).cost(cached).text()).isEqualTo("$0.075");
      assertThat(price("gemini-3-pro-image", NOW).cost(made)).isEqualTo(new Money(134_400));
      assertThat(price("gemini-3.8-flash", NOW).cost(TokenUsage.NONE.withSearches(1)))
          .isEqualTo(new Money(14_000));
    }
  }

  @ParameterizedTest(name = "{0}, {1}: {5} for a million tokens, {6} in a batch")
  @CsvSource({
    "gemini-embedding-2, text, 0, 0, 0, 200000, 100000",
    "gemini-embedding-2, sound, 1000000, 0, 0, 6500000, 3250000",
    "gemini-embedding-2, pictures, 0, 1000000, 0, 450000, 225000",
    "gemini-embedding-2, video, 0, 0, 1000000, 12000000, 6000000",
    "gemini-embedding-001, text, 0, 0, 0, 150000, 75000"
  })
  @DisplayName("that are shipped know what vectors cost")
  void embeddings(
      String model, String of, int sound, int pictures, int video, long micros, long batch) {
    Price price = read(Map.of()).prices().of(model, NOW).orElseThrow();
    TokenUsage usage = new TokenUsage(1_000_000, 0, 0, 0, 0, sound, pictures, video, 0, 0);

    assertThat(price.of(Purpose.EMBEDDING).cost(usage)).as(of).isEqualTo(new Money(micros));
    assertThat(price.of(Purpose.EMBEDDING_BATCH).cost(usage)).as(of).isEqualTo(new Money(batch));
  }

  @Nested
  @DisplayName("beside the settings file")
  class Beside {
    private static final String DEFAULTS =
        """
          gemini-demo:
            - {from: 2026-01-01, input: 0, output: 0, searches: 0}
          gemini-3.8-flash:
            - {from: 2026-01-01, input: 1, output: 2, searches: 3}
          gemini-3.5-flash-lite:
            - {from: 2026-01-01, input: 1, output: 2, searches: 3}
          gemini-demo-image:
            - {from: 2026-01-01, input: 0, output: 0, image-output: 0, searches: 0}
          gemini-3.1-flash-image:
            - {from: 2026-01-01, input: 1, output: 2, image-output: 3, searches: 3}
        """;

    private void prices(String models) throws IOException {
      write("prices.yaml", "prices:\n" + DEFAULTS + models);
    }

    private List<String> mistakes(String model) throws IOException {
      prices(model.indent(2));
      return PricesTest.this.mistakes();
    }

    @Test
    @DisplayName("take the place of all that are shipped")
    void instead() throws IOException {
      prices("");

      Settings settings = read(Map.of());

      assertThat(settings.prices().models())
          .containsExactlyInAnyOrder(
              "gemini-demo",
              "gemini-3.8-flash",
              "gemini-3.5-flash-lite",
              "gemini-demo-image",
              "gemini-3.1-flash-image");
      assertThat(settings.prices().of("gemini-3.8-flash", NOW).orElseThrow().cost(MILLION_EACH))
          .isEqualTo(new Money(3_000_000));
    }

    @Test
    @DisplayName("are found where PARLEY_CONFIG is")
    void elsewhere() throws IOException {
      prices("");
      write("parley.yaml", "");

      Path config = folder.resolve("config/parley.yaml");
      Settings settings =
          new SettingsFile(Map.of("PARLEY_CONFIG", config.toString()), Path.of("/")).read();

      assertThat(settings.prices().models()).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("have mistakes that are told with their place")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            {from: 2026-01-01, input: -1, output: 2, searches: 0}    | [1].input is "-1" but needs a price in US dollars from 0 to 99999.999, with at most three decimals
            {from: 2026-01-01, input: 1, output: 0.0001, searches: 0} | [1].output is "0.0001" but needs a price in US dollars from 0 to 99999.999, with at most three decimals
            {from: 2026-01-01, input: 1, output: 1e3, searches: 0}   | [1].output is "1e3" but needs a price in US dollars from 0 to 99999.999, with at most three decimals
            {from: 2026-01-01, input: 1, output: , searches: 0}      | [1].output is "" but needs a price in US dollars from 0 to 99999.999, with at most three decimals
            {from: 2026-01-01, input: 1, output: 1, searches: 0, batch: 1} | [1].batch is one value but needs a group of keys
            {from: 2026-01-01, input: 1, output: 1, searches: 0, batch: {input: x, output: 1}} | [1].batch.input is "x" but needs a price in US dollars from 0 to 99999.999, with at most three decimals
            {from: 2026-01-01, input: [1], output: 1, searches: 0}   | [1].input is a list but needs a price in US dollars from 0 to 99999.999, with at most three decimals
            {from: soon, input: 1, output: 1, searches: 0}           | [1].from is "soon" but needs a date, such as 2026-12-01
            {from: 2026-02-30, input: 1, output: 1, searches: 0}     | [1].from is "2026-02-30" but needs a date, such as 2026-12-01
            {input: 1, output: 1, searches: 0}                       | [1].from is missing; it needs a date, such as 2026-12-01
            {from: 2026-01-01, output: 1, searches: 0}               | [1].input is missing; write what a million tokens of the prompt cost in US dollars, or 0 where it is nothing
            {from: 2026-01-01, input: 1, searches: 0}                | [1].output is missing; write what a million tokens of the answer cost in US dollars, or 0 where it is nothing
            {from: 2026-01-01, input: 1, output: 1}                  | [1].searches is missing; write what a thousand searches cost in US dollars, or 0 where it is nothing
            {from: 2026-01-01, input: 1, output: 1, searches: 0, cache: 1} | [1].cache is not a setting; did you mean cached?
            {from: 2026-01-01, input: 1, output: 1, searches: 0, tiers: [{above: 5, input: 1, output: 1}, {above: 5, input: 1, output: 1}]} | [1].tiers[2].above is 5, but must be more than the 5 of the tier before it
            {from: 2026-01-01, input: 1, output: 1, searches: 0, tiers: [{above: 0, input: 1, output: 1}]} | [1].tiers[1].above is "0" but needs a whole number of tokens, such as 200000
            {from: 2026-01-01, input: 1, output: 1, searches: 0, tiers: [{above: 9, input: 1}]} | [1].tiers[1].output is missing; write what a million tokens of the answer cost in US dollars, or 0 where it is nothing
            {from: 2026-01-01, input: 1, output: 1, searches: 0, tiers: 5} | [1].tiers is one value but needs a list
            {from: 2026-01-01, input: 1, input: 2, output: 1, searches: 0} | [1].input is there twice (line 13); keep one of them
            5                                                        | [1] is one value but needs a group of keys
            """)
    void wrong(String row, String sentence) throws IOException {
      assertThat(mistakes("model:\n  - " + row)).containsExactly("prices.model" + sentence);
    }

    @Test
    @DisplayName("have no two rows for one day, and no model without a row")
    void rows() throws IOException {
      String row = "  - {from: 2026-01-01, input: 1, output: 1, searches: 0}\n";

      assertThat(mistakes("model:\n" + row + row))
          .containsExactly(
              "prices.model[2].from is 2026-01-01, as in a row before it; keep one of them");
      assertThat(mistakes("model: []"))
          .containsExactly("prices.model has no price; write one, or take the model away");
      assertThat(mistakes("model: {from: 2026-01-01}"))
          .containsExactly("prices.model is a group of keys but needs a list");
    }

    @Test
    @DisplayName("have all their mistakes told at once, together with those of the settings")
    void allAtOnce() throws IOException {
      write("parley.yaml", "http: {port: many}\ngemini: {model: gemini-x}");

      List<String> mistakes = mistakes("model:\n  - {from: soon, input: -1, tiers: [{above: x}]}");

      assertThat(mistakes)
          .hasSize(8)
          .anyMatch(mistake -> mistake.startsWith("http.port"))
          .anyMatch(mistake -> mistake.startsWith("prices.model[1].tiers[1].above"))
          .noneMatch(mistake -> mistake.startsWith("gemini"));
    }

    @Test
    @DisplayName("stand below one key")
    void root() throws IOException {
      write("prices.yaml", "model: []\n");

      assertThat(PricesTest.this.mistakes())
          .containsExactly(
              "…/config/prices.yaml has the key model; all models belong below prices:",
              "…/config/prices.yaml needs prices: with the models' ids below it");
    }

    @Test
    @DisplayName("are needed for the demo model while it answers")
    void demo() throws IOException {
      String vectors = "gemini-embedding-2: [{from: 2026-01-01, input: 1, output: 0, searches: 0}]";
      write(
          "prices.yaml",
          "prices:\n" + DEFAULTS.replace("gemini-demo", "other") + vectors.indent(2));

      assertThat(PricesTest.this.mistakes())
          .containsExactly(
              "gemini.api-key is empty, so gemini-demo answers, which has no price; write its"
                  + " prices into …/config/prices.yaml, as those of the other models there",
              "gemini.api-key is empty, so gemini-demo-image makes pictures, which has no price;"
                  + " write its prices into …/config/prices.yaml, as those of the other models"
                  + " there");
      assertThat(read(Map.of("GEMINI_API_KEY", "key-1")).prices().models()).contains("other");
    }
  }
}
