package dev.parley.calculator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How far numbers go: within these limits, each step takes moments and little memory.
final class Limits {
  static final int LONGEST_EXPRESSION = 1_000;
  static final int DIGITS = 60;
  static final MathContext PRECISION = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  /// What functions that reckon in binary are sure of.
  static final MathContext BINARY = new MathContext(15, RoundingMode.HALF_EVEN);

  static final int LARGEST_POWER = 9_999;

  /// Powers of ten; everyday numbers, and those of physics, are far within.
  private static final int FURTHEST = 1_000;

  private Limits() {}

  /// The number, where it is within.
  ///
  /// @throws ArithmeticException where it is not
  static BigDecimal checked(BigDecimal number) {
    long exponent = (long) number.precision() - number.scale() - 1;
    if (number.signum() != 0 && Math.abs(exponent) > FURTHEST) {
      throw new ArithmeticException(
          exponent > 0 ? "a number becomes too large" : "a number comes too close to zero");
    }
    return number;
  }

  /// What was reckoned in binary.
  ///
  /// @throws ArithmeticException where there is no such number
  static BigDecimal ofBinary(double number) {
    if (!Double.isFinite(number)) {
      throw new ArithmeticException(
          Double.isNaN(number) ? "there is no real number for it" : "a number becomes too large");
    }
    return new BigDecimal(number, BINARY);
  }
}
