package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.slack.text.SlackText;

/// What a person sees in the app's Home tab, block by block.
final class HomeView {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What a view holds (docs.slack.dev, "Blocks").
  private static final int MOST_BLOCKS = 100;

  private final ObjectNode view = JSON.createObjectNode().put("type", "home");
  private final ArrayNode blocks = view.putArray("blocks");

  /// @param place whose view it is, as a press gives it back
  HomeView(String place) {
    view.put("private_metadata", place);
  }

  HomeView heading(String words) {
    ObjectNode heading = blocks.addObject().put("type", "header");
    heading.set("text", plain(words));
    return this;
  }

  HomeView text(String markdown) {
    for (String section : SlackText.sections(markdown)) {
      if (blocks.size() < MOST_BLOCKS - 1) {
        ObjectNode block = blocks.addObject().put("type", "section");
        block.putObject("text").put("type", "mrkdwn").put("text", section);
      }
    }
    return this;
  }

  /// A button beneath what is there.
  HomeView button(String action, String words) {
    ArrayNode elements = blocks.addObject().put("type", "actions").putArray("elements");
    ObjectNode button = elements.addObject().put("type", "button").put("action_id", action);
    button.set("text", plain(words));
    return this;
  }

  JsonNode json() {
    return view;
  }

  static ObjectNode plain(String text) {
    return JSON.createObjectNode().put("type", "plain_text").put("text", text);
  }
}
