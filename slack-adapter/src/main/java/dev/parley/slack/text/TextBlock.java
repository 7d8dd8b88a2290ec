package dev.parley.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A block of a message that shows text: a markdown block, or a section in Slack's own markup.
///
/// @param section which of both it is
public record TextBlock(boolean section, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// As Slack takes it.
  public JsonNode json() {
    ObjectNode block = JSON.createObjectNode();
    if (section) {
      block.put("type", "section").putObject("text").put("type", "mrkdwn").put("text", text);
    } else {
      block.put("type", "markdown").put("text", text);
    }
    return block;
  }
}
