package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A call to a method of the Web API, with its arguments however they were sent.
///
/// @param workspace whose token it carries
/// @param warnings what the answer should warn of
record ApiCall(
    String method,
    SlackWorkspace workspace,
    Map<String, JsonNode> arguments,
    List<String> warnings) {
  /// The argument as text, empty where it is missing.
  String text(String name) {
    JsonNode value = arguments.getOrDefault(name, MissingNode.getInstance());
    return value.isContainerNode() ? value.toString() : value.asText("");
  }

  Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new SlackRefusedException(
                    "invalid_arguments", "[ERROR] missing required field: " + name));
  }

  boolean flag(String name) {
    return text(name).equals("true") || text(name).equals("1");
  }

  /// Whether the argument is there and says no.
  boolean refuses(String name) {
    return text(name).equals("false") || text(name).equals("0");
  }

  int number(String name, int otherwise) {
    try {
      return optional(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new SlackRefusedException(
          "invalid_arguments", "[ERROR] must provide an integer: " + name);
    }
  }

  /// The argument as JSON, however it was sent; missing where it is.
  JsonNode json(String name, String errorIfNoJson) {
    JsonNode value = arguments.getOrDefault(name, MissingNode.getInstance());
    if (!value.isTextual() || value.asText().isEmpty()) {
      return value.isTextual() ? MissingNode.getInstance() : value;
    }
    try {
      return Json.parse(value.asText());
    } catch (IllegalArgumentException e) {
      throw new SlackRefusedException(errorIfNoJson);
    }
  }

  ArrayNode list(String name, String errorIfNone) {
    JsonNode value = json(name, errorIfNone);
    if (value.isMissingNode() || value.isNull()) {
      return Json.array();
    }
    if (value instanceof ArrayNode list) {
      return list;
    }
    throw new SlackRefusedException(errorIfNone);
  }
}
