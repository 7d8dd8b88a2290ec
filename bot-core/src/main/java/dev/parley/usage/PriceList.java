package dev.parley.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the models cost, each with the days on which its price changes.
public final class PriceList {
  private final NavigableMap<String, NavigableMap<LocalDate, Price>> prices = new TreeMap<>();

  /// All prices of all models, in any order.
  ///
  /// @throws IllegalArgumentException where a model has two prices from one day on
  public PriceList(Collection<Price> all) {
    for (Price price : all) {
      Map<LocalDate, Price> ofModel =
          prices.computeIfAbsent(price.model(), model -> new TreeMap<>());
      if (ofModel.putIfAbsent(price.from(), price) != null) {
        throw new IllegalArgumentException(price.version() + " is there twice");
      }
    }
  }

  /// The price that is in force at an instant; empty where nobody wrote one for it.
  public Optional<Price> of(String model, Instant at) {
    return Optional.ofNullable(prices.get(model))
        .map(byDay -> byDay.floorEntry(LocalDate.ofInstant(at, ZoneOffset.UTC)))
        .map(Map.Entry::getValue);
  }

  /// All models that have a price at some time.
  public Set<String> models() {
    return Set.copyOf(prices.keySet());
  }
}
