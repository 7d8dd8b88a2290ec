package dev.parley.usage;

import static dev.parley.usage.SomePrices.price;
import static dev.parley.usage.SomePrices.text;
import static dev.parley.usage.SomePrices.tier;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Label("Any price")
final class PricePropertiesTest {
  private static final int MOST_TOKENS = 2_000_000;

  @Provide
  Arbitrary<Rates> rates() {
    Arbitrary<Long> rate = Arbitraries.longs().between(0, 200_000);
    Arbitrary<OptionalLong> maybe =
        rate.optional().map(some -> some.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    return Combinators.combine(rate, rate, rate, rate, rate, rate, maybe).as(Rates::new);
  }

  @Provide
  Arbitrary<Price> prices() {
    Arbitrary<Long> borders = Arbitraries.longs().between(1, MOST_TOKENS);
    return Combinators.combine(
            borders.list().uniqueElements().ofMaxSize(3), rates().list().ofSize(4))
        .as(PricePropertiesTest::tiered);
  }

  private static Price tiered(List<Long> borders, List<Rates> rates) {
    List<Price.Tier> tiers = new ArrayList<>(List.of(tier(0, rates.getFirst())));
    for (long border : borders.stream().sorted().toList()) {
      tiers.add(tier(border, rates.get(tiers.size())));
    }
    return price("some", "2026-01-01", 14_000_000, tiers.toArray(Price.Tier[]::new));
  }

  /// Also such that do not add up.
  @Provide
  Arbitrary<TokenUsage> usages() {
    Arbitrary<Integer> count = Arbitraries.integers().between(0, MOST_TOKENS);
    return count
        .list()
        .ofSize(9)
        .map(
            at ->
                new TokenUsage(
                    at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5), at.get(6),
                    at.get(7), at.get(8), 0));
  }

  @Property
  @Label("bounds what a call of at most so many tokens costs")
  void bound(
      @ForAll("prices") Price price,
      @ForAll("usages") TokenUsage usage,
      @ForAll @IntRange(max = 100_000) int morePrompt,
      @ForAll @IntRange(max = 100_000) int moreOutput) {
    long prompt = (long) usage.prompt() + usage.toolUse();
    Money most = price.mostFor(prompt + morePrompt, usage.completion() + moreOutput);

    assertThat(price.cost(usage)).isLessThanOrEqualTo(most);
    assertThat(price.mostFor(prompt, usage.completion())).isLessThanOrEqualTo(most);
  }

  @Property
  @Label("is the prompt's and the output's together, rounded up once")
  void parts(
      @ForAll("prices") Price price,
      @ForAll @IntRange(max = MOST_TOKENS) int prompt,
      @ForAll @IntRange(max = MOST_TOKENS) int output) {
    long nanos = price.nanosForPrompt(prompt) + output * price.nanosPerOutputToken(prompt);

    assertThat(price.mostFor(prompt, output).micros() * 1_000 - nanos).isBetween(0L, 999L);
  }

  @Property
  @Label("is exact to the nano-dollar, and rounded up by less than a micro-dollar")
  void rounding(
      @ForAll @IntRange(max = 200_000) int input,
      @ForAll @IntRange(max = 200_000) int output,
      @ForAll("usages") TokenUsage usage,
      @ForAll @IntRange(max = 50) int searches) {
    Price price = price("some", "2026-01-01", 14_000_000, tier(0, text(input, input, output)));
    BigInteger exact =
        product(usage.prompt(), input)
            .add(product(usage.toolUse(), input))
            .add(product(usage.completion(), output))
            .add(product(searches, 14_000_000));

    BigInteger cost = product(price.cost(usage.withSearches(searches)).micros(), 1_000);

    assertThat(cost.subtract(exact)).isBetween(BigInteger.ZERO, BigInteger.valueOf(999));
  }

  private static BigInteger product(long count, long rate) {
    return BigInteger.valueOf(count).multiply(BigInteger.valueOf(rate));
  }

  @Property
  @Label("of several calls is that of their sum, but for one rounding each")
  void sums(
      @ForAll @IntRange(max = 200_000) int input,
      @ForAll @IntRange(max = 200_000) int output,
      @ForAll("usages") TokenUsage first,
      @ForAll("usages") TokenUsage second) {
    Price price = price("some", "2026-01-01", 0, tier(0, text(input, input, output)));

    long together = price.cost(first.plus(second)).micros();
    long each = price.cost(first).plus(price.cost(second)).micros();

    assertThat(each - together).isBetween(0L, 1L);
  }
}
