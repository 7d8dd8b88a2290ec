package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A modal that somebody has before them.
public final class ShownModal {
  private final Interaction from;
  private final JsonNode wire;

  ShownModal(Interaction from, JsonNode wire) {
    this.from = from;
    this.wire = wire;
  }

  /// What brought it up.
  Interaction from() {
    return from;
  }

  JsonNode wire() {
    return wire;
  }

  public String title() {
    return wire.path("title").asText();
  }

  public String customId() {
    return wire.path("custom_id").asText();
  }

  /// A field to fill.
  ///
  /// @param value what stands in it at first
  public record Field(String customId, String label, String value, boolean required, int longest) {}

  /// The fields, from top to bottom.
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (JsonNode part : wire.path("components")) {
      JsonNode input = input(part);
      if (input.has("custom_id")) {
        fields.add(
            new Field(
                input.path("custom_id").asText(),
                part.path("label").asText(input.path("label").asText("")),
                input.path("value").asText(""),
                input.path("required").asBoolean(true),
                input.path("max_length").asInt(4000)));
      }
    }
    return fields;
  }

  /// What is inside of a label or a row.
  static JsonNode input(JsonNode part) {
    return part.has("component") ? part.path("component") : part.path("components").path(0);
  }
}
