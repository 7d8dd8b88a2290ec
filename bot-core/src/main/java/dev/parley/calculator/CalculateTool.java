package dev.parley.calculator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import java.math.BigDecimal;

/// Reckons an expression.
public final class CalculateTool implements Tool {
  public static final String NAME = "calculate";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String EXPRESSION = "expression";

  /// What is written out; others are told as 1.5E+80.
  private static final int MOST_PLACES = 60;

  private static final String LANGUAGE =
      "Numbers have a decimal point and no thousands separators. Operators are + - * / ^ and %,"
          + " which is the remainder of a division: write 19 percent of 80 as 80 * 19 / 100."
          + " -2^2 is -4, 2^3^2 is 2^9, and a negative exponent needs parentheses. Constants are pi and e. Functions are "
          + Calculator.functionNames()
          + "; angles are in radians (rad turns degrees into them), ln is the natural logarithm,"
          + " round takes the count of decimals as second number. Functions of angles, logarithms,"
          + " exp and powers that are no whole numbers are sure of 15 digits.";

  private final Calculator calculator = new Calculator();

  @Override
  public ToolSpec spec() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema
        .putObject("properties")
        .putObject(EXPRESSION)
        .put("type", "string")
        .put("description", "One expression, such as (12.5 + 7) * 3^2. " + LANGUAGE);
    schema.putArray("required").add(EXPRESSION);
    return new ToolSpec(
        NAME,
        "Calculates an arithmetic expression exactly. Use it for any calculation beyond the simplest"
            + " ones, rather than reckon yourself.",
        schema);
  }

  @Override
  public ToolEffect effect() {
    return ToolEffect.READS;
  }

  @Override
  public String doing() {
    return "Calculating…";
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    String expression = arguments.path(EXPRESSION).asText("").strip();
    if (expression.isEmpty()) {
      return new ToolResult.Failure("expression must say what to calculate");
    }
    return switch (calculator.calculate(expression)) {
      case Calculated.Value(BigDecimal number, boolean exact) ->
          new ToolResult.Success(told(expression, number, exact));
      case Calculated.Impossible(String why) -> new ToolResult.Failure(why + ". " + LANGUAGE);
    };
  }

  private static JsonNode told(String expression, BigDecimal number, boolean exact) {
    boolean plain = Math.abs(number.scale()) <= MOST_PLACES;
    ObjectNode told =
        JSON.objectNode()
            .put(EXPRESSION, expression)
            .put("result", plain ? number.toPlainString() : number.toString());
    return exact ? told : told.put("rounded", true);
  }
}
