package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.slack.reply.Rendering;
import java.util.List;

/// What Slack is answered to a command or a pressed button.
///
/// @param forEveryone whether all in the channel see it, or only who asked
record CommandReply(String markdown, boolean forEveryone) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static CommandReply forAsker(String markdown) {
    return new CommandReply(markdown, false);
  }

  /// One response as Slack reads it. It takes one message; a longer reply ends with a word about
  /// it.
  JsonNode json(Rendering rendering) {
    List<Rendering.Part> parts = rendering.parts(markdown);
    ObjectNode response = JSON.createObjectNode();
    response.put("response_type", forEveryone ? "in_channel" : "ephemeral");
    response.put("text", parts.getFirst().fallback());
    ArrayNode blocks = response.putArray("blocks");
    blocks.addObject().put("type", "markdown").put("text", parts.getFirst().markdown());
    if (parts.size() > 1) {
      ObjectNode note = blocks.addObject().put("type", "context");
      note.putArray("elements")
          .addObject()
          .put("type", "plain_text")
          .put("text", "The rest is too long for one message.");
    }
    response.put("replace_original", false);
    response.put("unfurl_links", false).put("unfurl_media", false);
    return response;
  }
}
