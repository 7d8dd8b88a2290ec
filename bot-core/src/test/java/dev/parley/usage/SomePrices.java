package dev.parley.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Prices of each shape that occurs.
final class SomePrices {
  private static final long SEARCH = 14_000_000;

  static final PriceList LIST =
      new PriceList(
          List.of(
              price("flash", "2026-09-02", SEARCH, tier(0, text(750, 75, 3_750))),
              price("flash", "2027-01-01", SEARCH, tier(0, text(1_500, 150, 7_500))),
              price("lite", "2026-07-21", SEARCH, tier(0, text(300, 30, 2_500))),
              price(
                  "pro",
                  "2026-09-20",
                  SEARCH,
                  tier(0, text(2_000, 200, 12_000)),
                  tier(200_000, text(4_000, 400, 18_000))),
              price(
                  "listener",
                  "2026-09-20",
                  35_000_000,
                  tier(0, new Rates(300, 30, 1_000, 300, 300, 2_500, OptionalLong.empty()))),
              price(
                  "painter",
                  "2026-07-02",
                  SEARCH,
                  tier(0, new Rates(500, 500, 500, 500, 500, 3_000, OptionalLong.of(60_000)))),
              embedding(
                  "embedding",
                  new Rates(200, 200, 6_500, 450, 12_000, 0, OptionalLong.empty()),
                  new Rates(100, 100, 3_250, 225, 6_000, 0, OptionalLong.empty())),
              embedding("older", text(150, 150, 0), text(75, 75, 0))));

  private SomePrices() {}

  static Price price(String model, String from, long search, Price.Tier... tiers) {
    return new Price(model, LocalDate.parse(from), search, List.of(tiers));
  }

  private static Price embedding(String model, Rates single, Rates batch) {
    LocalDate from = LocalDate.parse("2026-09-20");
    return new Price(model, from, 0, List.of(tier(0, single)), Optional.of(batch));
  }

  static Price.Tier tier(long above, Rates rates) {
    return new Price.Tier(above, rates);
  }

  static Rates text(long input, long cached, long output) {
    return new Rates(input, cached, input, input, input, output, OptionalLong.empty());
  }
}
