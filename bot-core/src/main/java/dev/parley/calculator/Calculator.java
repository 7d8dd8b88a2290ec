package dev.parley.calculator;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixModuloOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reckons expressions in decimal numbers of [Limits#DIGITS] digits, by EvalEx. Whatever it is
/// given, it takes moments. Safe for use by many threads at once.
final class Calculator {
  private static final MathContext TOLD = new MathContext(20);
  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");
  private static final BigDecimal E =
      new BigDecimal("2.71828182845904523536028747135266249775724709369995957496696763");

  /// EvalEx would take the exponent for one that is missing.
  private static final Pattern NEGATIVE_EXPONENT =
      Pattern.compile("\\^\\s*-\\s*(\\d++(?:\\.\\d++)?)(?!\\s*[\\w.(^])");

  private final ExpressionConfiguration configuration = configuration();

  private static ExpressionConfiguration configuration() {
    return ExpressionConfiguration.builder()
        .operatorDictionary(operators())
        .functionDictionary(functions())
        .mathContext(Limits.PRECISION)
        .defaultConstants(
            Map.of("pi", EvaluationValue.numberValue(PI), "e", EvaluationValue.numberValue(E)))
        .arraysAllowed(false)
        .structuresAllowed(false)
        .implicitMultiplicationAllowed(false)
        .build();
  }

  private static MapBasedOperatorDictionary operators() {
    MapBasedOperatorDictionary operators = new MapBasedOperatorDictionary();
    Map.<String, OperatorIfc>of(
            "+", new InfixPlusOperator(),
            "-", new InfixMinusOperator(),
            "*", new InfixMultiplicationOperator(),
            "/", new InfixDivisionOperator(),
            "%", new InfixModuloOperator(),
            "^", new Power())
        .forEach((sign, operator) -> operators.addOperator(sign, new BoundedOperator(operator)));
    operators.addOperator("+", new BoundedOperator(new PrefixPlusOperator()));
    operators.addOperator("-", new BoundedOperator(new PrefixMinusOperator()));
    return operators;
  }

  private static MapBasedFunctionDictionary functions() {
    MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
    Functions.byName().forEach(functions::addFunction);
    return functions;
  }

  /// The names of all functions, with commas between them.
  static String functionNames() {
    return String.join(", ", new TreeSet<>(Functions.byName().keySet()));
  }

  Calculated calculate(String expression) {
    if (expression.length() > Limits.LONGEST_EXPRESSION) {
      return new Calculated.Impossible(
          "it has more than %d characters".formatted(Limits.LONGEST_EXPRESSION));
    }
    String signs = signs(expression);
    try {
      EvaluationValue value = new Expression(signs, configuration).evaluate();
      return value.isNumberValue()
          ? told(Limits.checked(value.getNumberValue()))
          : new Calculated.Impossible("it is no number");
    } catch (ParseException unreadable) {
      return new Calculated.Impossible("it cannot be read" + place(unreadable));
    } catch (EvaluationException impossible) {
      return new Calculated.Impossible("it cannot be reckoned" + place(impossible));
    } catch (ArithmeticException impossible) {
      return new Calculated.Impossible("it cannot be reckoned: " + impossible.getMessage());
    }
  }

  /// Signs that people and programs write for the same.
  private static String signs(String expression) {
    String plain =
        expression
            .replace("**", "^")
            .replace('×', '*')
            .replace('·', '*')
            .replace('÷', '/')
            .replace('−', '-')
            .replace("π", "pi");
    return NEGATIVE_EXPONENT.matcher(plain).replaceAll("^(-$1)");
  }

  private static String place(BaseException problem) {
    return " at character %d: %s".formatted(problem.getStartPosition(), problem.getMessage());
  }

  /// A number that takes all digits there are has others that are missing.
  private static Calculated told(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.precision() < Limits.DIGITS
        ? new Calculated.Value(shortest, true)
        : new Calculated.Value(shortest.round(TOLD).stripTrailingZeros(), false);
  }
}
