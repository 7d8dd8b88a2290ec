package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A button as people see it.
///
/// @param customId what the bot calls it, empty for a link
/// @param style 1 primary, 2 secondary, 3 success, 4 danger, 5 link
/// @param url where a link leads, else empty
public record ShownButton(
    String label, String customId, int style, String emoji, String url, boolean disabled) {
  static List<ShownButton> in(JsonNode components) {
    List<ShownButton> found = new ArrayList<>();
    collect(components, found);
    return List.copyOf(found);
  }

  private static void collect(JsonNode components, List<ShownButton> found) {
    for (JsonNode component : components) {
      if (component.path("type").asInt() == 2) {
        found.add(of(component));
      }
      collect(component.path("components"), found);
      if (component.has("accessory")) {
        collect(Json.array().add(component.path("accessory")), found);
      }
    }
  }

  private static ShownButton of(JsonNode button) {
    return new ShownButton(
        button.path("label").asText(""),
        button.path("custom_id").asText(""),
        button.path("style").asInt(),
        button.path("emoji").path("name").asText(""),
        button.path("url").asText(""),
        button.path("disabled").asBoolean());
  }
}
