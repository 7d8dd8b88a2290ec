package dev.parley.argument;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts right values of the wrong type whose meaning is plain: models write `"5"` for 5.
final class Mending {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}(?:\\.0+)?");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?");

  private final JsonNode mended;
  private final ArgumentWording wording;

  Mending(JsonNode arguments, ArgumentWording wording) {
    this.mended = arguments.deepCopy();
    this.wording = wording;
  }

  JsonNode mended() {
    return mended;
  }

  /// Puts right what it can, and says whether that was anything.
  boolean mend(List<Error> problems) {
    boolean any = false;
    for (Error problem : problems) {
      if ("type".equals(problem.getKeyword()) && mend(problem)) {
        any = true;
      }
    }
    return any;
  }

  private boolean mend(Error problem) {
    JsonPointer at = JsonPointer.compile(problem.getInstanceLocation().toString());
    if (at.matches()) {
      return false;
    }
    JsonNode value = mended.at(at);
    JsonNode parent = mended.at(at.head());
    String key = at.last().getMatchingProperty();
    if (value.isNull() && parent instanceof ObjectNode object && !wording.isRequired(problem)) {
      object.remove(key);
      return true;
    }
    for (String type : ArgumentWording.types(problem.getSchemaNode())) {
      Optional<JsonNode> meant = meant(value, type);
      if (meant.isPresent()) {
        put(parent, at, meant.get());
        return true;
      }
    }
    return false;
  }

  private static void put(JsonNode parent, JsonPointer at, JsonNode value) {
    if (parent instanceof ArrayNode array) {
      array.set(at.last().getMatchingIndex(), value);
    } else if (parent instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), value);
    }
  }

  private static Optional<JsonNode> meant(JsonNode value, String type) {
    if (value.isNumber() || value.isBoolean()) {
      return type.equals("string") ? Optional.of(JSON.textNode(value.asText())) : Optional.empty();
    }
    if (!value.isTextual()) {
      return Optional.empty();
    }
    String text = value.asText().strip();
    return switch (type) {
      case "integer" ->
          Optional.of(text)
              .filter(INTEGER.asMatchPredicate())
              .map(digits -> JSON.numberNode(new BigDecimal(digits).longValueExact()));
      case "number" ->
          Optional.of(text)
              .filter(NUMBER.asMatchPredicate())
              .map(digits -> JSON.numberNode(new BigDecimal(digits)));
      case "boolean" ->
          Optional.of(text)
              .filter(word -> word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false"))
              .map(word -> JSON.booleanNode(Boolean.parseBoolean(word)));
      default -> Optional.empty();
    };
  }
}
