package dev.parley.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// The part of an axis that a chart shows, counted in a unit of which its far end has between 1 and
/// 10: with amounts far from that, XChart looks for steps of the axis without end.
record Span(BigDecimal from, BigDecimal to) {
  private static final BigDecimal HEADROOM = new BigDecimal("0.08");
  private static final BigDecimal TINY = new BigDecimal("1E-4");
  private static final MathContext EXACT = new MathContext(12);

  /// Digits of what is shown that an axis tells.
  private static final int FINE = 3;

  /// Digits that words for amounts have.
  private static final int SHORT = 3;

  private static final BigDecimal NARROWEST = new BigDecimal("1E-6");

  /// From the smallest to the largest, with some room; of those that all lie to one side of
  /// nothing, with nothing at the edge.
  ///
  /// @param withNothing whether nothing must be on it
  static Span of(List<BigDecimal> values, boolean withNothing) {
    BigDecimal least = values.stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal most = values.stream().reduce(BigDecimal::max).orElseThrow();
    BigDecimal low = withNothing ? least.min(BigDecimal.ZERO) : least;
    BigDecimal high = withNothing ? most.max(BigDecimal.ZERO) : most;
    BigDecimal size = low.abs().max(high.abs());
    if (high.subtract(low).compareTo(size.multiply(NARROWEST)) <= 0) {
      BigDecimal around = size.signum() == 0 ? BigDecimal.ONE : size;
      return new Span(
          low.signum() < 0 || !withNothing ? low.subtract(around) : low, high.add(around));
    }
    BigDecimal room = high.subtract(low).multiply(HEADROOM);
    return new Span(
        low.signum() == 0 ? low : low.subtract(room), high.signum() == 0 ? high : high.add(room));
  }

  /// An amount as XChart counts it.
  double place(BigDecimal amount) {
    return amount.movePointLeft(exponent()).doubleValue();
  }

  boolean holdsNothing() {
    return from.signum() <= 0 && to.signum() >= 0;
  }

  /// What XChart counts so, in words that tell neighbours on the axis apart. They are short: XChart
  /// looks for room for long ones without end.
  String tick(double place) {
    BigDecimal amount = new BigDecimal(place, EXACT).movePointRight(exponent());
    BigDecimal shown = to.subtract(from);
    if (amount.abs().compareTo(shown.multiply(NARROWEST)) < 0) {
      return "0";
    }
    int places = FINE - (shown.precision() - shown.scale());
    BigDecimal rounded = amount.setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
    if (rounded.precision() <= SHORT) {
      return words(rounded);
    }
    return rounded.abs().compareTo(TINY) < 0 ? rounded.toString() : rounded.toPlainString();
  }

  /// An amount as short as it can be read, also where it is below nothing.
  static String words(BigDecimal amount) {
    return amount.signum() < 0 ? "-" + Amounts.words(amount.negate()) : Amounts.words(amount);
  }

  private int exponent() {
    BigDecimal far = from.abs().max(to.abs());
    return far.precision() - far.scale() - 1;
  }
}
