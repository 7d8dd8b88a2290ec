package dev.parley.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of US dollars that was or may be spent, in whole millionths of a dollar.
public record Money(long micros) implements Comparable<Money> {
  public static final Money ZERO = new Money(0);

  private static final int MICRO_DECIMALS = 6;
  private static final int USUAL_DECIMALS = 2;
  private static final int FEWEST_DIGITS = 2;

  public Money {
    if (micros < 0) {
      throw new IllegalArgumentException("an amount of money must not be negative");
    }
  }

  /// An amount in US dollars.
  ///
  /// @throws IllegalArgumentException where it is negative, finer than a millionth, or too large
  public static Money ofDollars(BigDecimal dollars) {
    try {
      return new Money(dollars.movePointRight(MICRO_DECIMALS).longValueExact());
    } catch (ArithmeticException impossible) {
      throw new IllegalArgumentException(
          dollars + " is no amount in whole millionths of a dollar", impossible);
    }
  }

  /// Both amounts together.
  ///
  /// @throws ArithmeticException where the sum is beyond nine trillion dollars
  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }

  /// With all its digits, such as `$1.234567` or `$2.00`: for amounts that people set.
  public String exact() {
    BigDecimal dollars = BigDecimal.valueOf(micros, MICRO_DECIMALS).stripTrailingZeros();
    return "$" + dollars.setScale(Math.max(USUAL_DECIMALS, dollars.scale())).toPlainString();
  }

  /// For people, such as `$1.23`, rounded to cents. Of less than ten cents, two digits that count
  /// are shown, such as `$0.0042`.
  public String text() {
    if (micros == 0) {
      return "$0";
    }
    BigDecimal dollars = BigDecimal.valueOf(micros, MICRO_DECIMALS);
    int leadingZeros = dollars.scale() - dollars.precision();
    int decimals = Math.clamp(leadingZeros + FEWEST_DIGITS, USUAL_DECIMALS, MICRO_DECIMALS);
    BigDecimal shown = dollars.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return "$" + shown.setScale(Math.max(USUAL_DECIMALS, shown.scale())).toPlainString();
  }
}
