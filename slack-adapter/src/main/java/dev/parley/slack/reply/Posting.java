package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.message.ReplyAction;
import dev.parley.slack.api.ApiCall;
import java.util.List;
import java.util.Optional;

/// The call that posts a message which belongs to no turn.
final class Posting {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Posting() {}

  /// @param channel or a person, for a direct message
  static ApiCall of(
      String channel, Optional<String> thread, Rendering.Part part, List<ReplyAction> actions) {
    ArrayNode blocks = JSON.createArrayNode();
    blocks.addObject().put("type", "markdown").put("text", part.markdown());
    blocks.addAll(CommandButtons.blocks(actions));
    return ApiCall.urgent("chat.postMessage")
        .with("channel", channel)
        .with("thread_ts", thread)
        .with("blocks", blocks.toString())
        .with("text", part.fallback())
        .with("parse", "none")
        .with("link_names", "false")
        .with("unfurl_links", "false")
        .with("unfurl_media", "false");
  }
}
