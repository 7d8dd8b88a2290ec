package dev.parley.usage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What was spent, by day or by name, as a picture shows it.
///
/// @param unit of all amounts, such as `USD` or `tokens`
/// @param slots short labels of days, or names, in order; at least one
/// @param series whose amounts add up in each slot; at least one
/// @param cap the amount that a slot must not pass
public record Spending(
    String title, String unit, List<String> slots, List<Series> series, Optional<BigDecimal> cap) {

  /// One part of what was spent: a person's, a model's, or all of it.
  ///
  /// @param values an amount for each slot, none below zero
  public record Series(String name, List<BigDecimal> values) {
    public Series {
      values = List.copyOf(values);
      if (values.stream().anyMatch(value -> value.signum() < 0)) {
        throw new IllegalArgumentException("what was spent must not be negative");
      }
    }

    /// The sum over all slots.
    public BigDecimal total() {
      return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  public Spending {
    slots = List.copyOf(slots);
    series = List.copyOf(series);
    int wanted = slots.size();
    if (slots.isEmpty() || series.isEmpty()) {
      throw new IllegalArgumentException("there must be a slot and a series");
    }
    if (series.stream().anyMatch(one -> one.values().size() != wanted)) {
      throw new IllegalArgumentException("each series must have one amount for each slot");
    }
    if (cap.isPresent() && cap.get().signum() < 0) {
      throw new IllegalArgumentException("a cap must not be negative");
    }
  }

  /// What all series come to in one slot.
  public BigDecimal sum(int slot) {
    return series.stream()
        .map(one -> one.values().get(slot))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
