package dev.parley.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A price list")
class PriceListTest {
  private static Price price(String model, String from) {
    List<Price.Tier> tiers = List.of(new Price.Tier(0, Rates.ofText(1, 2)));
    return new Price(model, LocalDate.parse(from), 0, tiers);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-09-01T23:59:59.999Z,",
    "2026-09-02T00:00:00Z, flash@2026-09-02",
    "2026-12-31T23:59:59.999Z, flash@2026-09-02",
    "2027-01-01T00:00:00Z, flash@2027-01-01",
    "2040-01-01T00:00:00Z, flash@2027-01-01"
  })
  @DisplayName("has the latest price that has come into force, at midnight UTC")
  void steps(Instant at, String version) {
    PriceList list =
        new PriceList(List.of(price("flash", "2027-01-01"), price("flash", "2026-09-02")));

    assertThat(list.of("flash", at).map(Price::version)).isEqualTo(Optional.ofNullable(version));
  }

  @Test
  @DisplayName("knows its models, and has no price for others")
  void models() {
    PriceList list =
        new PriceList(List.of(price("flash", "2026-09-02"), price("pro", "2030-01-01")));

    assertThat(list.models()).containsExactlyInAnyOrder("flash", "pro");
    assertThat(list.of("Flash", Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  @DisplayName("has no two prices for one model and day")
  void twice() {
    List<Price> prices = List.of(price("flash", "2026-09-02"), price("flash", "2026-09-02"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PriceList(prices))
        .withMessage("flash@2026-09-02 is there twice");
  }
}
