package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/// What a message says: text, blocks, or Markdown, checked as Slack checks it.
///
/// @param text mrkdwn, or the fallback where there are blocks
/// @param linkNames whether plain names of people and groups become mentions
/// @param unfurls links that would show a preview
record PostContent(
    String text, ArrayNode blocks, String markdown, boolean linkNames, List<String> unfurls) {
  static final int LONGEST_MARKDOWN = 12_000;
  private static final int LONGEST_POSTED = 40_000;
  private static final int LONGEST_UPDATED = 4_000;

  static PostContent plain(String text) {
    return new PostContent(text, Json.array(), "", false, List.of());
  }

  /// Of a new message: text beyond 40,000 characters is cut off with a warning.
  static PostContent posted(ApiCall call) {
    String text = call.text("text");
    if (text.length() > LONGEST_POSTED) {
      call.warnings().add("message_truncated");
      text = text.substring(0, LONGEST_POSTED);
    }
    PostContent content = of(call, text);
    return content.withUnfurls(
        Links.unfurling(content, !call.refuses("unfurl_links"), !call.refuses("unfurl_media")));
  }

  /// Of a changed message: text beyond 4,000 characters is refused.
  static PostContent updated(ApiCall call) {
    if (call.text("text").length() > LONGEST_UPDATED) {
      throw new SlackRefusedException("msg_too_long");
    }
    return of(call, call.text("text"));
  }

  private static PostContent of(ApiCall call, String text) {
    ArrayNode blocks = call.list("blocks", "invalid_blocks_format");
    String markdown = call.text("markdown_text");
    if (!markdown.isEmpty() && (!text.isEmpty() || !blocks.isEmpty())) {
      throw new SlackRefusedException("markdown_text_conflict");
    }
    if (markdown.length() > LONGEST_MARKDOWN) {
      throw new SlackRefusedException("msg_too_long");
    }
    if (text.isBlank() && blocks.isEmpty() && markdown.isBlank()) {
      throw new SlackRefusedException("no_text");
    }
    BlockRules.checkMessage(blocks);
    boolean linkNames = call.flag("link_names") || call.text("parse").equals("full");
    return new PostContent(text, blocks, markdown, linkNames, List.of());
  }

  /// As a response URL takes it.
  static PostContent ofResponse(JsonNode body) {
    ArrayNode blocks = body.path("blocks") instanceof ArrayNode list ? list : Json.array();
    String text = body.path("text").asText("");
    if (text.isBlank() && blocks.isEmpty()) {
      throw new SlackRefusedException("no_text");
    }
    BlockRules.checkMessage(blocks);
    PostContent content =
        new PostContent(text, blocks, "", body.path("link_names").asBoolean(false), List.of());
    return content.withUnfurls(
        Links.unfurling(
            content,
            body.path("unfurl_links").asBoolean(true),
            body.path("unfurl_media").asBoolean(true)));
  }

  String fallback() {
    return markdown.isEmpty() ? text : markdown;
  }

  private PostContent withUnfurls(List<String> links) {
    return new PostContent(text, blocks, markdown, linkNames, links);
  }
}
