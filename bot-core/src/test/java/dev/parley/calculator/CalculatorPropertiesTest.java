package dev.parley.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Whatever is calculated")
class CalculatorPropertiesTest {
  private static final Duration GUARD = Duration.ofSeconds(10);

  private final Calculator calculator = new Calculator();

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1E+12"), new BigDecimal("1E+12"))
        .ofScale(8);
  }

  @Property(tries = 300)
  @Label("agrees with exact arithmetic on + - and *")
  void agrees(
      @ForAll("numbers") BigDecimal a,
      @ForAll("numbers") BigDecimal b,
      @ForAll("numbers") BigDecimal c) {
    assertThat(value("(%s) + (%s) * (%s)", a, b, c)).isEqualByComparingTo(a.add(b.multiply(c)));
    assertThat(value("((%s) - (%s)) * (%s)", a, b, c))
        .isEqualByComparingTo(a.subtract(b).multiply(c));
  }

  private BigDecimal value(String form, BigDecimal a, BigDecimal b, BigDecimal c) {
    String expression = form.formatted(a.toPlainString(), b.toPlainString(), c.toPlainString());
    Calculated calculated = calculator.calculate(expression);
    assertThat(calculated).isInstanceOf(Calculated.Value.class);
    Calculated.Value value = (Calculated.Value) calculated;
    assertThat(value.exact()).isTrue();
    return value.number();
  }

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> leaf =
        Arbitraries.of("0", "1", "2", "9", "0.5", "9999", "1e999", "1e-999", "1e999999999", "pi");
    Arbitrary<String> sign = Arbitraries.of("+", "-", "*", "/", "%", "^");
    Arbitrary<String> function =
        Arbitraries.of("sqrt", "fact", "round", "floor", "ln", "exp", "sin", "trunc", "abs");
    return Arbitraries.lazyOf(
        () -> leaf,
        () -> leaf,
        () ->
            Combinators.combine(expressions(), sign, expressions())
                .as((left, between, right) -> "(" + left + between + right + ")"),
        () ->
            Combinators.combine(function, expressions())
                .as((name, inner) -> name + "(" + inner + ")"));
  }

  @Property(tries = 1_000)
  @Label("comes to an end soon, with a number or a reason")
  void ends(@ForAll("expressions") String expression) {
    assertTimeoutPreemptively(
        GUARD, () -> assertThat(calculator.calculate(expression)).isNotNull());
  }

  @Property(tries = 1_000)
  @Label("is no trouble where it is no expression at all")
  void nonsense(@ForAll String text) {
    assertThatCode(() -> calculator.calculate(text)).doesNotThrowAnyException();
  }
}
