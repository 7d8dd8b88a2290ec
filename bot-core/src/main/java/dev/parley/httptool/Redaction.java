package dev.parley.httptool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.secret.Secret;
import java.util.List;
import java.util.stream.Stream;

/// Takes secrets out of what a service says: some repeat what they were sent.
final class Redaction {
  private static final String INSTEAD = "[secret]";

  /// Something shorter is part of too many words; no real key is that short.
  private static final int SHORTEST = 6;

  private final List<String> hidden;

  Redaction(List<Secret> secrets) {
    this.hidden =
        secrets.stream()
            .map(Secret::reveal)
            .filter(value -> value.length() >= SHORTEST)
            .flatMap(value -> Stream.of(value, PercentEncoding.of(value)))
            .distinct()
            .toList();
  }

  String clean(String text) {
    String clean = text;
    for (String value : hidden) {
      clean = clean.replace(value, INSTEAD);
    }
    return clean;
  }

  JsonNode clean(JsonNode value) {
    if (hidden.isEmpty()) {
      return value;
    }
    return switch (value) {
      case ArrayNode array -> {
        ArrayNode clean = JsonNodeFactory.instance.arrayNode();
        array.forEach(entry -> clean.add(clean(entry)));
        yield clean;
      }
      case ObjectNode object -> {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        object.propertyStream().forEach(p -> clean.set(clean(p.getKey()), clean(p.getValue())));
        yield clean;
      }
      default ->
          clean(value.asText()).equals(value.asText())
              ? value
              : JsonNodeFactory.instance.textNode(clean(value.asText()));
    };
  }
}
