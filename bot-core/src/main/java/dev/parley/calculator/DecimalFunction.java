package dev.parley.calculator;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A function of numbers, as EvalEx calls it.
final class DecimalFunction implements FunctionIfc {
  private static final List<FunctionParameterDefinition> ANY =
      List.of(FunctionParameterDefinition.builder().name("number").isVarArg(true).build());

  private final int least;
  private final int most;
  private final Function<List<BigDecimal>, BigDecimal> function;

  /// @param least of numbers that it takes, and most
  /// @param function throws [ArithmeticException] where it has no value
  DecimalFunction(int least, int most, Function<List<BigDecimal>, BigDecimal> function) {
    this.least = least;
    this.most = most;
    this.function = function;
  }

  @Override
  public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
    return ANY;
  }

  @Override
  public boolean hasVarArgs() {
    return true;
  }

  @Override
  public void validatePreEvaluation(Token token, EvaluationValue... values)
      throws EvaluationException {
    if (!Stream.of(values).allMatch(EvaluationValue::isNumberValue)) {
      throw new EvaluationException(token, "%s takes numbers".formatted(token.getValue()));
    }
    if (values.length < least || values.length > most) {
      throw new EvaluationException(
          token, "%s takes another count of numbers".formatted(token.getValue()));
    }
  }

  @Override
  public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values)
      throws EvaluationException {
    List<BigDecimal> numbers =
        Stream.of(values).map(EvaluationValue::getNumberValue).map(Limits::checked).toList();
    try {
      return EvaluationValue.numberValue(Limits.checked(function.apply(numbers)));
    } catch (ArithmeticException impossible) {
      throw new EvaluationException(
          token, "%s: %s".formatted(token.getValue(), impossible.getMessage()));
    }
  }
}
