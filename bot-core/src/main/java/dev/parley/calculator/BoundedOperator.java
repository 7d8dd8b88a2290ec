package dev.parley.calculator;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.util.stream.Stream;

/// An operator of EvalEx that takes and gives numbers within the limits only, and nothing but
/// numbers.
final class BoundedOperator implements OperatorIfc {
  private final OperatorIfc operator;

  BoundedOperator(OperatorIfc operator) {
    this.operator = operator;
  }

  @Override
  public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
      throws EvaluationException {
    if (!Stream.of(operands).allMatch(EvaluationValue::isNumberValue)) {
      throw new EvaluationException(token, "%s takes numbers".formatted(token.getValue()));
    }
    Stream.of(operands).map(EvaluationValue::getNumberValue).forEach(Limits::checked);
    EvaluationValue result = operator.evaluate(expression, token, operands);
    return EvaluationValue.numberValue(Limits.checked(result.getNumberValue()));
  }

  @Override
  public int getPrecedence() {
    return operator.getPrecedence();
  }

  @Override
  public int getPrecedence(ExpressionConfiguration configuration) {
    return operator.getPrecedence(configuration);
  }

  @Override
  public boolean isLeftAssociative() {
    return operator.isLeftAssociative();
  }

  @Override
  public boolean isPrefix() {
    return operator.isPrefix();
  }

  @Override
  public boolean isPostfix() {
    return operator.isPostfix();
  }

  @Override
  public boolean isInfix() {
    return operator.isInfix();
  }

  @Override
  public boolean isOperandLazy() {
    return operator.isOperandLazy();
  }
}
