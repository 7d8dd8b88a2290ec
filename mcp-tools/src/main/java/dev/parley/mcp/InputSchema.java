package dev.parley.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The JSON Schema of a tool's arguments, as Gemini takes it: it refuses whole requests for words
/// of the language that it does not know (its documentation, "Structured output", "JSON Schema
/// support").
final class InputSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_CHARACTERS = 16_000;
  private static final int DEEPEST = 20;
  private static final int LONGEST_DESCRIPTION = 1_024;

  private static final Set<String> AS_THEY_ARE =
      Set.of("type", "title", "minItems", "maxItems", "minimum", "maximum", "required");
  private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties");
  private static final Set<String> LISTS_OF_SCHEMAS = Set.of("anyOf", "oneOf", "prefixItems");
  private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "$defs", "definitions");
  private static final Set<String> FORMATS = Set.of("date-time", "date", "time");

  private InputSchema() {}

  /// Empty where it is too large for a prompt, or no schema of an object.
  static Optional<JsonNode> of(JsonNode schema) {
    if (schema.toString().length() > MOST_CHARACTERS || depth(schema) > DEEPEST) {
      return Optional.empty();
    }
    ObjectNode plain = plain(schema);
    if (!plain.path("type").asText("object").equals("object")) {
      return Optional.empty();
    }
    plain.put("type", "object");
    return Optional.of(plain);
  }

  private static int depth(JsonNode node) {
    int below = 0;
    for (JsonNode child : node) {
      below = Math.max(below, depth(child));
    }
    return below + 1;
  }

  private static ObjectNode plain(JsonNode schema) {
    ObjectNode plain = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      take(plain, entry.getKey(), entry.getValue());
    }
    return plain;
  }

  private static void take(ObjectNode plain, String word, JsonNode value) {
    if (AS_THEY_ARE.contains(word)) {
      plain.set(word, value);
    } else if (SCHEMAS.contains(word)) {
      plain.set(word, value.isObject() ? plain(value) : value);
    } else if (LISTS_OF_SCHEMAS.contains(word)) {
      ArrayNode list = plain.putArray(word);
      value.forEach(inner -> list.add(plain(inner)));
    } else if (NAMED_SCHEMAS.contains(word)) {
      ObjectNode named = plain.putObject(word.equals("definitions") ? "$defs" : word);
      value.properties().forEach(inner -> named.set(inner.getKey(), plain(inner.getValue())));
    } else {
      mend(plain, word, value);
    }
  }

  private static void mend(ObjectNode plain, String word, JsonNode value) {
    switch (word) {
      case "description" ->
          plain.put(
              word, ForeignText.cut(ForeignText.visible(value.asText()), LONGEST_DESCRIPTION));
      case "$ref" -> plain.put(word, value.asText().replace("#/definitions/", "#/$defs/"));
      case "const" -> choices(plain, List.of(value));
      case "enum" -> choices(plain, value.valueStream().toList());
      case "format" -> {
        if (FORMATS.contains(value.asText())) {
          plain.set(word, value);
        }
      }
      case "allOf" -> value.forEach(part -> plain(part).properties().forEach(missing(plain)));
      default -> {
        // what else a schema says narrows the arguments down, and the server itself checks them
      }
    }
  }

  private static Consumer<Map.Entry<String, JsonNode>> missing(ObjectNode plain) {
    return entry -> plain.putIfAbsent(entry.getKey(), entry.getValue());
  }

  /// Gemini knows choices among texts and numbers.
  private static void choices(ObjectNode plain, List<JsonNode> values) {
    if (values.stream().allMatch(value -> value.isTextual() || value.isNumber())) {
      plain.putArray("enum").addAll(values);
    }
  }
}
