package dev.parley.calculator;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;

/// `^`, which binds from the right and more tightly than a minus before it. EvalEx's own one takes
/// exponents of any size, and loses digits of powers that are no whole numbers.
@InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER, leftAssociative = false)
final class Power extends AbstractOperator {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Limits.LARGEST_POWER);

  @Override
  public int getPrecedence(ExpressionConfiguration configuration) {
    return OPERATOR_PRECEDENCE_POWER_HIGHER;
  }

  @Override
  public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands) {
    return EvaluationValue.numberValue(
        power(operands[0].getNumberValue(), operands[1].getNumberValue()));
  }

  private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    if (exponent.abs().compareTo(LARGEST) > 0) {
      throw new ArithmeticException("an exponent is at most " + Limits.LARGEST_POWER);
    }
    if (base.signum() == 0 && exponent.signum() < 0) {
      throw new ArithmeticException("Division by zero");
    }
    return exponent.stripTrailingZeros().scale() <= 0
        ? base.pow(exponent.intValueExact(), Limits.PRECISION)
        : Limits.ofBinary(Math.pow(base.doubleValue(), exponent.doubleValue()));
  }
}
