package dev.parley.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolUser;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The calculator")
@Timeout(20)
class CalculateToolTest {
  private static final Author ANN = new Author(new UserId("U1"), "Ann");
  private static final Place PLACE =
      new Place(new TenantId(new PlatformName("web"), "T1"), "general", Optional.empty(), false);
  private static final ToolContext CONTEXT =
      new ToolContext(
          new ToolUser(PLACE.conversation(SessionScope.CHANNEL, ANN.id()), PLACE, ANN, Set.of()),
          new Booking(
              new Payer(PLACE.tenant(), PLACE.channel(), ANN.id(), ANN.name(), Set.of()),
              Purpose.ANSWER,
              Optional.empty()),
          ToolFiles.NONE);

  private final CalculateTool tool = new CalculateTool();

  private ToolResult run(String expression) {
    return tool.run(JsonNodeFactory.instance.objectNode().put("expression", expression), CONTEXT);
  }

  private String result(String expression) {
    return run(expression) instanceof ToolResult.Success success
        ? success.output().path("result").asText()
        : run(expression).toString();
  }

  private String problem(String expression) {
    return run(expression) instanceof ToolResult.Failure failure
        ? failure.reason()
        : run(expression).toString();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "12*7+5 | 89",
        "0.1 + 0.2 | 0.3",
        "(1 + 2) * (3 - 4) | -3",
        "2^3^2 | 512",
        "-2^2 | -4",
        "(-2)^2 | 4",
        "2^-1 | 0.5",
        "2*-3 | -6",
        "2**10 | 1024",
        "7 % 3 | 1",
        "-7 % 3 | -1",
        "80 * 19 / 100 | 15.2",
        "6 × 7 ÷ 2 − 1 | 20",
        "1e3 + 1 | 1001",
        "sqrt(2)^2 - 2 < 0 | ?",
        "sqrt(16) | 4",
        "round(2.5) | 3",
        "round(1234.5678, 2) | 1234.57",
        "round(1234.5678, -2) | 1200",
        "floor(-1.5) | -2",
        "ceil(1.2) | 2",
        "trunc(-1.9) | -1",
        "min(3, 1, 2) | 1",
        "max(3, 1, 2) | 3",
        "sum(1, 2, 3) | 6",
        "avg(1, 2) | 1.5",
        "abs(-3) | 3",
        "fact(5) | 120",
        "sin(pi/6) | 0.5",
        "sin(rad(30)) | 0.5",
        "deg(pi) | 180",
        "ln(e) | 1",
        "log10(1000) | 3",
        "log2(8) | 3",
        "exp(0) | 1",
        "4^0.5 | 2",
        "0^0 | 1",
        "123456789012345678901234567890 * 10 | 1234567890123456789012345678900",
      })
  @DisplayName("reckons as people write it")
  void reckons(String expression, String result) {
    if (result.equals("?")) {
      assertThat(run(expression)).isInstanceOf(ToolResult.Failure.class);
    } else {
      assertThat(result(expression)).isEqualTo(result);
    }
  }

  @Test
  @DisplayName("says where digits are missing")
  void rounded() {
    assertThat(run("1/3").toString()).contains("0.33333333333333333333\"", "\"rounded\":true");
    assertThat(run("1/4").toString()).doesNotContain("rounded");
    assertThat(result("10^80 * 1.5")).isEqualTo("1.5E+80");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "9^9^9 | an exponent is at most 9999",
        "2^9999 | too large",
        "10^-1001 | close to zero",
        "1e999999999 | too large",
        "1e999999999 % 7 | too large",
        "round(1e2000) | too large",
        "fact(100000000) | whole number from 0 to 449",
        "fact(2.5) | whole number",
        "round(1, 1000000000) | whole number from -60 to 60",
        "1/0 | ivision by zero",
        "1%0 | ivision by zero",
        "0^-1 | ivision by zero",
        "sqrt(-1) | no real root",
        "ln(0) | too large",
        "(-8)^(1/3) | no real number",
        "exp(1000) | too large",
        "10^900 % 7 | cannot be reckoned",
        "log(10) | log10",
        "x + 1 | 'x'",
        "1,234 + 1 | thousands separators",
        "19% | remainder",
        "2(3) | cannot be read",
        "1 + | cannot be read",
        "(1 | cannot be read",
        "sqrt() | count of numbers",
        "sqrt(1, 2) | count of numbers",
        "\"a\" + \"b\" | takes numbers",
        "\"a\" | no number",
        "sqrt(\"a\") | takes numbers",
        "a = 5 | cannot be read",
      })
  @DisplayName("tells what is wrong so that it can be mended")
  void problems(String expression, String problem) {
    assertThat(problem(expression)).contains(problem, "Operators are", "sqrt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  @DisplayName("wants an expression")
  void nothing(String expression) {
    assertThat(problem(expression)).isEqualTo("expression must say what to calculate");
  }

  @Test
  @DisplayName("refuses what is long, and takes the deepest that is not, on a virtual thread")
  void deep() throws InterruptedException {
    String deep = "-".repeat(Limits.LONGEST_EXPRESSION - 1) + "1";
    String wide = "1" + "+1".repeat((Limits.LONGEST_EXPRESSION - 1) / 2);
    String nested = "(".repeat(499) + "1" + ")".repeat(499);
    String[] results = new String[3];

    Thread.ofVirtual()
        .start(
            () -> {
              results[0] = result(deep);
              results[1] = result(wide);
              results[2] = result(nested);
            })
        .join();

    assertThat(results).containsExactly("-1", "500", "1");
    assertThat(problem(deep + "1")).contains("more than 1000 characters");
  }

  @Test
  @DisplayName("only looks, and says what it is at")
  void manner() {
    assertThat(tool.effect()).isEqualTo(ToolEffect.READS);
    assertThat(tool.doing()).isEqualTo("Calculating…");
    assertThat(tool.spec().parameters().toString()).contains("avg", "remainder", "radians");
  }
}
