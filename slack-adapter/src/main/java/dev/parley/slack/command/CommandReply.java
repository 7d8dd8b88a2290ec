package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.ReplyAction;
import dev.parley.message.ReplyFile;
import dev.parley.slack.reply.CommandButtons;
import dev.parley.slack.reply.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Slack is answered to a command or a pressed button.
///
/// @param forEveryone whether all in the channel see it, or only who asked
/// @param files that belong to it
/// @param actions buttons below it
/// @param thread the `ts` of the message under which it stands
record CommandReply(
    String markdown,
    boolean forEveryone,
    List<ReplyFile> files,
    List<ReplyAction> actions,
    Optional<String> thread) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static CommandReply forAsker(String markdown) {
    return new CommandReply(markdown, false, List.of(), List.of(), Optional.empty());
  }

  CommandReply in(Optional<String> otherThread) {
    return new CommandReply(markdown, forEveryone, files, actions, otherThread);
  }

  /// The responses that Slack shows, in their order: one for each message, and no more than an
  /// address takes; what a reply has beyond that ends with a word about it.
  List<JsonNode> responses(Rendering rendering) {
    List<Rendering.Part> parts = rendering.parts(markdown);
    int shown = Math.min(parts.size(), ResponseUrl.MOST_USES);
    List<JsonNode> responses = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      boolean last = i == shown - 1;
      responses.add(
          response(parts.get(i), last && shown < parts.size(), last ? actions : List.of()));
    }
    return responses;
  }

  private JsonNode response(Rendering.Part part, boolean cut, List<ReplyAction> below) {
    ObjectNode response = JSON.createObjectNode();
    response.put("response_type", forEveryone ? "in_channel" : "ephemeral");
    response.put("text", part.fallback());
    ArrayNode blocks = response.putArray("blocks");
    part.blocks().forEach(block -> blocks.add(block.json()));
    if (cut) {
      ObjectNode note = blocks.addObject().put("type", "context");
      note.putArray("elements")
          .addObject()
          .put("type", "plain_text")
          .put("text", "The rest is too long to be shown here.");
    }
    blocks.addAll(CommandButtons.blocks(below));
    thread.ifPresent(root -> response.put("thread_ts", root));
    response.put("replace_original", false);
    response.put("unfurl_links", false).put("unfurl_media", false);
    return response;
  }
}
