package dev.parley.calculator;

import java.math.BigDecimal;

/// What came of an expression.
sealed interface Calculated {
  /// Its value.
  ///
  /// @param exact whether no digit of it is missing
  record Value(BigDecimal number, boolean exact) implements Calculated {}

  /// It has none that can be told.
  ///
  /// @param why the end of a sentence, for whoever wrote the expression
  record Impossible(String why) implements Calculated {}
}
