package dev.parley.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.slack.reply.CommandButtons;
import java.util.ArrayList;
import java.util.List;

/// A button of a message that runs a command.
record Buttons(String label, String action, String value, String style) {
  /// All of a message, in their order.
  static List<Buttons> of(JsonNode message) {
    List<Buttons> buttons = new ArrayList<>();
    for (JsonNode block : message.path("blocks")) {
      for (JsonNode element : block.path("elements")) {
        String action = element.path("action_id").asText();
        if (CommandButtons.ACTION.matcher(action).matches()) {
          buttons.add(
              new Buttons(
                  element.at("/text/text").asText(),
                  action,
                  element.path("value").asText(),
                  element.path("style").asText()));
        }
      }
    }
    return buttons;
  }
}
