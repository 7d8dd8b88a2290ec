package dev.parley.httptool;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.burt.jmespath.parser.ParseException;

/// What is taken of a service's answer.
public sealed interface Selection {
  /// By the place where it stands.
  record Pointer(JsonPointer pointer) implements Selection {}

  /// By an expression in JMESPath.
  record Query(Expression<JsonNode> expression) implements Selection {}

  /// What a text selects.
  ///
  /// @param text a JSON Pointer where it begins with `/`, else JMESPath
  /// @throws IllegalArgumentException with the rest of a sentence about the text
  static Selection of(String text) {
    if (text.startsWith("/")) {
      return new Pointer(JsonPointer.compile(text));
    }
    try {
      return new Query(new JacksonRuntime().compile(text));
    } catch (ParseException broken) {
      throw new IllegalArgumentException(
          "is not JMESPath, nor a JSON Pointer, which begins with /: "
              + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
    } catch (JmesPathException broken) {
      throw new IllegalArgumentException(
          "cannot be used: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /// What it takes of an answer.
  ///
  /// @return a missing node where there is nothing
  /// @throws CallFailedException where the answer is of another kind than the expression needs
  default JsonNode of(JsonNode answer) {
    return switch (this) {
      case Pointer(JsonPointer pointer) -> answer.at(pointer);
      case Query(Expression<JsonNode> expression) -> searched(expression, answer);
    };
  }

  private static JsonNode searched(Expression<JsonNode> expression, JsonNode answer) {
    try {
      JsonNode found = expression.search(answer);
      return found.isNull() ? MissingNode.getInstance() : found;
    } catch (JmesPathException unexpected) {
      throw new CallFailedException("the service's answer is not of the expected kind");
    }
  }
}
