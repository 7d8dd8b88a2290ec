package dev.parley.calculator;

import com.ezylang.evalex.functions.FunctionIfc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The functions that an expression may call. There is no `log`: half of the world means another
/// one by it.
final class Functions {
  private static final int MANY = Integer.MAX_VALUE;

  /// Of the next one, the result is beyond the limits.
  private static final int LARGEST_FACTORIAL = 449;

  private static final Map<String, FunctionIfc> ALL = all();

  private Functions() {}

  /// By their names, in lower case.
  static Map<String, FunctionIfc> byName() {
    return ALL;
  }

  private static Map<String, FunctionIfc> all() {
    Map<String, FunctionIfc> all = new TreeMap<>();
    decimal(all);
    several(all);
    binary(all);
    return Map.copyOf(all);
  }

  private static void decimal(Map<String, FunctionIfc> all) {
    one(all, "abs", BigDecimal::abs);
    one(all, "sqrt", Functions::root);
    one(all, "floor", number -> number.setScale(0, RoundingMode.FLOOR));
    one(all, "ceil", number -> number.setScale(0, RoundingMode.CEILING));
    one(all, "trunc", number -> number.setScale(0, RoundingMode.DOWN));
    one(all, "fact", Functions::factorial);
    all.put("round", new DecimalFunction(1, 2, Functions::rounded));
  }

  private static void one(
      Map<String, FunctionIfc> all, String name, UnaryOperator<BigDecimal> function) {
    all.put(name, new DecimalFunction(1, 1, numbers -> function.apply(numbers.getFirst())));
  }

  private static void several(Map<String, FunctionIfc> all) {
    all.put(
        "min", new DecimalFunction(1, MANY, numbers -> sorted(numbers).findFirst().orElseThrow()));
    all.put("max", new DecimalFunction(1, MANY, numbers -> sorted(numbers).toList().getLast()));
    all.put("sum", new DecimalFunction(1, MANY, Functions::sum));
    all.put(
        "avg",
        new DecimalFunction(
            1,
            MANY,
            numbers -> sum(numbers).divide(BigDecimal.valueOf(numbers.size()), Limits.PRECISION)));
  }

  private static void binary(Map<String, FunctionIfc> all) {
    Map<String, DoubleUnaryOperator> functions =
        Map.ofEntries(
            Map.entry("ln", Math::log),
            Map.entry("log10", Math::log10),
            Map.entry("log2", number -> Math.log(number) / Math.log(2)),
            Map.entry("exp", Math::exp),
            Map.entry("sin", Math::sin),
            Map.entry("cos", Math::cos),
            Map.entry("tan", Math::tan),
            Map.entry("asin", Math::asin),
            Map.entry("acos", Math::acos),
            Map.entry("atan", Math::atan),
            Map.entry("rad", Math::toRadians),
            Map.entry("deg", Math::toDegrees));
    functions.forEach(
        (name, function) ->
            one(
                all,
                name,
                number -> Limits.ofBinary(function.applyAsDouble(number.doubleValue()))));
  }

  private static BigDecimal root(BigDecimal number) {
    if (number.signum() < 0) {
      throw new ArithmeticException("a negative number has no real root");
    }
    return number.sqrt(Limits.PRECISION);
  }

  private static BigDecimal factorial(BigDecimal number) {
    int last = whole(number, 0, LARGEST_FACTORIAL);
    BigDecimal product = BigDecimal.ONE;
    for (int factor = 2; factor <= last; factor++) {
      product = product.multiply(BigDecimal.valueOf(factor), Limits.PRECISION);
    }
    return product;
  }

  private static BigDecimal rounded(List<BigDecimal> numbers) {
    int places = numbers.size() == 1 ? 0 : whole(numbers.getLast(), -Limits.DIGITS, Limits.DIGITS);
    return numbers.getFirst().setScale(places, RoundingMode.HALF_UP);
  }

  private static int whole(BigDecimal number, int least, int most) {
    if (number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0
        || number.stripTrailingZeros().scale() > 0) {
      throw new ArithmeticException("it takes a whole number from %d to %d".formatted(least, most));
    }
    return number.intValueExact();
  }

  private static Stream<BigDecimal> sorted(List<BigDecimal> numbers) {
    return numbers.stream().sorted();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream()
        .reduce(BigDecimal.ZERO, (some, more) -> some.add(more, Limits.PRECISION));
  }
}
