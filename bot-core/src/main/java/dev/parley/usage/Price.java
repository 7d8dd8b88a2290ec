package dev.parley.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What calls to one model cost from a day on, until another price takes its place.
///
/// @param from the day at whose beginning (UTC) it comes into force
/// @param nanosPerSearch what one of the provider's own searches costs, in nano-dollars
/// @param tiers by the size of the prompt, ascending; the first is for the smallest prompts
/// @param batch of calls of any size that are sent as a batch; empty: they cost what others do
public record Price(
    String model, LocalDate from, long nanosPerSearch, List<Tier> tiers, Optional<Rates> batch) {
  private static final long NANOS_PER_MICRO = 1_000;

  /// The rates of a whole request whose prompt has more tokens than this.
  public record Tier(long above, Rates rates) {}

  public Price {
    tiers = List.copyOf(tiers);
    if (nanosPerSearch < 0) {
      throw new IllegalArgumentException("prices must not be negative");
    }
    if (tiers.isEmpty() || tiers.getFirst().above != 0 || !isAscending(tiers)) {
      throw new IllegalArgumentException("tiers must begin with 0 and ascend");
    }
  }

  /// A price that is the same for calls that are sent as a batch.
  public Price(String model, LocalDate from, long nanosPerSearch, List<Tier> tiers) {
    this(model, from, nanosPerSearch, tiers, Optional.empty());
  }

  private static boolean isAscending(List<Tier> tiers) {
    return IntStream.range(1, tiers.size())
        .allMatch(at -> tiers.get(at - 1).above < tiers.get(at).above);
  }

  /// Which price it is, for the ledger, such as `gemini-3.8-flash@2026-09-02`.
  public String version() {
    return model + "@" + from;
  }

  /// The price of calls for a purpose, of the same version.
  public Price of(Purpose purpose) {
    return batch
        .filter(_ -> purpose.isBatch())
        .map(rates -> new Price(model, from, nanosPerSearch, List.of(new Tier(0, rates))))
        .orElse(this);
  }

  /// What one call cost: exact in nano-dollars, then rounded up, once, to the next micro-dollar.
  ///
  /// The size of the prompt decides on the tier; that of the provider's own tools does not.
  public Money cost(TokenUsage usage) {
    Rates rates = tiersUpTo(usage.prompt()).toList().getLast().rates;
    return roundedUp(Math.addExact(rates.nanos(usage), nanosForSearches(usage.searches())));
  }

  /// The most that a call can cost, searches aside: grows with both counts.
  ///
  /// @param promptTokens of any kind, those of the provider's own tools included
  /// @param outputTokens of any kind, thoughts included
  public Money mostFor(long promptTokens, long outputTokens) {
    long output = Math.multiplyExact(outputTokens, nanosPerOutputToken(promptTokens));
    return roundedUp(Math.addExact(nanosForPrompt(promptTokens), output));
  }

  /// The most that a prompt of at most so many tokens can cost, in nano-dollars.
  public long nanosForPrompt(long promptTokens) {
    return Math.multiplyExact(promptTokens, dearest(promptTokens, Rates::dearestInput));
  }

  /// What so many of the provider's own searches cost, in nano-dollars.
  public long nanosForSearches(int searches) {
    return Math.multiplyExact(searches, nanosPerSearch);
  }

  /// The most that one token of an answer to such a prompt can cost, in nano-dollars.
  public long nanosPerOutputToken(long promptTokens) {
    return dearest(promptTokens, Rates::dearestOutput);
  }

  /// Whether pictures in an answer have a price of their own.
  public boolean coversPictures() {
    return tiers.stream().allMatch(tier -> tier.rates.imageOutput().isPresent());
  }

  private long dearest(long promptTokens, ToLongFunction<Rates> rate) {
    return tiersUpTo(promptTokens).map(Tier::rates).mapToLong(rate).max().orElseThrow();
  }

  /// The tiers that prompts of at most so many tokens can be in.
  private Stream<Tier> tiersUpTo(long promptTokens) {
    return tiers.stream().filter(tier -> tier.above == 0 || tier.above < promptTokens);
  }

  private static Money roundedUp(long nanos) {
    return new Money(Math.ceilDiv(nanos, NANOS_PER_MICRO));
  }
}
