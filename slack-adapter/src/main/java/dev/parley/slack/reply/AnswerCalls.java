package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.inbox.TurnRef;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.event.ReplyAddress;

/// The calls by which one answer is written into its place; each message carries the turn's id and
/// which part of the answer it is, so that it can be found again.
final class AnswerCalls {
  static final String EVENT_TYPE = "parley_reply";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SlackApi api;
  private final ReplyAddress address;
  private final TurnRef turn;

  AnswerCalls(SlackApi api, ReplyAddress address, TurnRef turn) {
    this.api = api;
    this.address = address;
    this.turn = turn;
  }

  ReplyAddress address() {
    return address;
  }

  /// Posts a part; returns its `ts`.
  String post(Rendering.Part part, int number, boolean growing) {
    ApiCall call = growing ? ApiCall.passing("chat.postMessage") : urgent("chat.postMessage");
    return api.call(
            content(call, part, number, growing)
                .with("channel", address.channel())
                .with("thread_ts", address.thread())
                .with("unfurl_links", "false")
                .with("unfurl_media", "false"))
        .path("ts")
        .asText();
  }

  void update(String ts, Rendering.Part part, int number, boolean growing) {
    ApiCall call = growing ? ApiCall.passing("chat.update") : urgent("chat.update");
    api.call(
        content(call, part, number, growing).with("channel", address.channel()).with("ts", ts));
  }

  private ApiCall content(ApiCall call, Rendering.Part part, int number, boolean growing) {
    ArrayNode blocks = JSON.createArrayNode();
    blocks.addObject().put("type", "markdown").put("text", part.markdown());
    if (growing) {
      blocks.add(StopButton.block(turn));
    }
    return call.with("blocks", blocks.toString())
        .with("text", part.fallback())
        .with("parse", "none")
        .with("link_names", "false")
        .with("metadata", metadata(number));
  }

  private String metadata(int number) {
    ObjectNode metadata = JSON.createObjectNode().put("event_type", EVENT_TYPE);
    metadata.putObject("event_payload").put("turn", turn.id().value()).put("part", number);
    return metadata.toString();
  }

  /// Begins a message that grows by itself.
  ///
  /// @param thread which it needs
  String start(String thread, String markdown) {
    return api.call(
            ApiCall.passing("chat.startStream")
                .with("channel", address.channel())
                .with("thread_ts", thread)
                .with("markdown_text", markdown)
                .with("recipient_user_id", address.user())
                .with("recipient_team_id", address.team()))
        .path("ts")
        .asText();
  }

  void append(String ts, String markdown) {
    api.call(
        ApiCall.passing("chat.appendStream")
            .with("channel", address.channel())
            .with("ts", ts)
            .with("markdown_text", markdown));
  }

  /// Ends the growth.
  ///
  /// @param rest what is still missing; may be empty
  void stop(String ts, String rest) {
    ApiCall call =
        urgent("chat.stopStream")
            .with("channel", address.channel())
            .with("ts", ts)
            .with("metadata", metadata(0));
    api.call(rest.isEmpty() ? call : call.with("markdown_text", rest));
  }

  void delete(String ts) {
    api.call(urgent("chat.delete").with("channel", address.channel()).with("ts", ts));
  }

  /// The messages after the question, where the answer is or would be; the latest page of them.
  JsonNode posted() {
    ApiCall call =
        address
            .thread()
            .map(thread -> urgent("conversations.replies").with("ts", thread))
            .orElseGet(() -> urgent("conversations.history"));
    return api.call(
            call.with("channel", address.channel())
                .with("oldest", address.ts())
                .with("include_all_metadata", "true")
                .with("limit", "200"))
        .path("messages");
  }

  boolean isMine(JsonNode message) {
    JsonNode metadata = message.path("metadata");
    return metadata.path("event_type").asText().equals(EVENT_TYPE)
        && metadata.path("event_payload").path("turn").asText().equals(turn.id().value());
  }

  private static ApiCall urgent(String method) {
    return ApiCall.urgent(method);
  }
}
