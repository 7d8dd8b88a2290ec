package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// What somebody fills in a modal with, as far as it lets them.
record ModalValues(ShownModal modal, Map<String, String> values) {
  private static final int STRING_SELECT = 3;

  ModalValues {
    values = Map.copyOf(values);
    for (String field : values.keySet()) {
      if (modal.fields().stream().noneMatch(it -> it.customId().equals(field))) {
        throw new IllegalArgumentException("the modal has no field " + field);
      }
    }
  }

  ArrayNode wire() {
    modal.fields().forEach(this::require);
    ArrayNode parts = Json.array();
    for (JsonNode part : modal.wire().path("components")) {
      JsonNode input = ShownModal.input(part);
      if (input.has("custom_id")) {
        parts.add(part(part, input));
      }
    }
    return parts;
  }

  private void require(ShownModal.Field field) {
    String value = value(field.customId(), field.value());
    if (field.required() && value.isEmpty()) {
      throw new IllegalStateException(field.label() + " must be filled in");
    }
    if (Words.length(value) > field.longest()) {
      throw new IllegalStateException(field.label() + " takes no more letters");
    }
  }

  private String value(String field, String otherwise) {
    return values.getOrDefault(field, otherwise);
  }

  private ObjectNode part(JsonNode part, JsonNode input) {
    ObjectNode filled = Json.object();
    filled.set("type", input.path("type"));
    filled.put("id", 2).set("custom_id", input.path("custom_id"));
    String value = value(input.path("custom_id").asText(), input.path("value").asText(""));
    if (input.path("type").asInt() == STRING_SELECT) {
      choose(input, value, filled.putArray("values"));
    } else {
      filled.put("value", value);
    }
    ObjectNode wire = Json.object().put("id", 1);
    wire.set("type", part.path("type"));
    if (part.has("component")) {
      wire.set("component", filled);
    } else {
      wire.putArray("components").add(filled);
    }
    return wire;
  }

  private static void choose(JsonNode menu, String value, ArrayNode chosen) {
    if (menu.path("options").findValuesAsText("value").contains(value)) {
      chosen.add(value);
    } else if (!value.isEmpty()) {
      throw new IllegalStateException("the menu has no " + value);
    }
  }
}
