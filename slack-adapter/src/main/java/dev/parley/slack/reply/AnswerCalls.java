package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.inbox.TurnRef;
import dev.parley.message.ReplyAction;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.ReplyAddress;
import dev.parley.slack.reply.AnswerButtons.Under;
import dev.parley.slack.workspace.Refusals;
import java.util.List;
import java.util.Optional;

/// The calls by which one answer is written into its place; each message carries the turn's id and
/// which part of the answer it is, so that it can be found again.
final class AnswerCalls {
  static final String EVENT_TYPE = "parley_reply";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUTTONS = "buttons under answers";

  private final SlackApi api;
  private final ReplyAddress address;
  private final TurnRef turn;
  private final Refusals refusals;
  private final Upload uploads;

  AnswerCalls(SlackApi api, Refusals refusals, Upload uploads, ReplyAddress address, TurnRef turn) {
    this.api = api;
    this.refusals = refusals;
    this.uploads = uploads;
    this.address = address;
    this.turn = turn;
  }

  ReplyAddress address() {
    return address;
  }

  /// Posts a part; returns its `ts`.
  String post(Rendering.Part part, int number, Under under) {
    ApiCall call =
        content(under, "chat.postMessage", part, number)
            .with("channel", address.channel())
            .with("thread_ts", address.thread())
            .with("unfurl_links", "false")
            .with("unfurl_media", "false");
    return withButtons(call, text(part), under).path("ts").asText();
  }

  /// Says something to the asker alone, in a direct message.
  void tellAsker(Rendering.Part part, List<ReplyAction> actions) {
    api.call(Posting.of(address.user(), Optional.empty(), part, actions));
  }

  void update(String ts, Rendering.Part part, int number, Under under) {
    ApiCall call =
        content(under, "chat.update", part, number)
            .with("channel", address.channel())
            .with("ts", ts);
    withButtons(call, text(part), under);
  }

  private ApiCall content(Under under, String method, Rendering.Part part, int number) {
    return (under.grows() ? ApiCall.passing(method) : ApiCall.urgent(method))
        .with("text", part.fallback())
        .with("parse", "none")
        .with("link_names", "false")
        .with("metadata", metadata(number));
  }

  private static ArrayNode text(Rendering.Part part) {
    ArrayNode blocks = JSON.createArrayNode();
    part.blocks().forEach(block -> blocks.add(block.json()));
    return blocks;
  }

  /// Makes a call with buttons under its text, or without the answer's own where the workspace does
  /// not take such blocks: an answer must not be lost for its buttons.
  private JsonNode withButtons(ApiCall call, ArrayNode text, Under under) {
    ArrayNode plain = text.deepCopy().addAll(CommandButtons.blocks(under.actions()));
    List<JsonNode> buttons =
        refusals.allows(BUTTONS) ? AnswerButtons.blocks(under, turn) : List.of();
    try {
      return api.call(withBlocks(call, plain.deepCopy().addAll(buttons)));
    } catch (SlackCallException failed) {
      if (buttons.isEmpty() || !failed.error().equals("invalid_blocks")) {
        throw failed;
      }
      refusals.doWithout(BUTTONS);
      return api.call(withBlocks(call, plain));
    }
  }

  private static ApiCall withBlocks(ApiCall call, ArrayNode blocks) {
    return blocks.isEmpty() ? call : call.with("blocks", blocks.toString());
  }

  private String metadata(int number) {
    ObjectNode metadata = JSON.createObjectNode().put("event_type", EVENT_TYPE);
    metadata.putObject("event_payload").put("turn", turn.id().value()).put("part", number);
    return metadata.toString();
  }

  /// Begins a message that grows by itself.
  ///
  /// @param thread which it needs
  /// @param plan whether what tools do stands in it, as one plan
  String start(String thread, StreamPiece piece, boolean plan) {
    return api.call(
            ApiCall.passing("chat.startStream")
                .with("channel", address.channel())
                .with("thread_ts", thread)
                .with(piece.argument(), piece.value())
                .with("task_display_mode", plan ? Optional.of("plan") : Optional.empty())
                .with("recipient_user_id", address.user())
                .with("recipient_team_id", address.team()))
        .path("ts")
        .asText();
  }

  void append(String ts, StreamPiece piece) {
    api.call(
        ApiCall.passing("chat.appendStream")
            .with("channel", address.channel())
            .with("ts", ts)
            .with(piece.argument(), piece.value()));
  }

  /// Ends the growth.
  ///
  /// @param rest what is still missing
  void stop(String ts, Optional<StreamPiece> rest, Under under) {
    ApiCall call =
        urgent("chat.stopStream")
            .with("channel", address.channel())
            .with("ts", ts)
            .with("metadata", metadata(0));
    withButtons(
        rest.map(piece -> call.with(piece.argument(), piece.value())).orElse(call),
        JSON.createArrayNode(),
        under);
  }

  void delete(String ts) {
    api.call(urgent("chat.delete").with("channel", address.channel()).with("ts", ts));
  }

  void deleteIfThere(String ts) {
    try {
      delete(ts);
    } catch (SlackCallException failed) {
      if (!failed.error().equals("message_not_found")) {
        throw failed;
      }
    }
  }

  /// Uploads a file into the place of the answer; returns its id, or nothing where it may not.
  Optional<String> upload(Upload.Item item) {
    return uploads.into(address.channel(), address.thread(), item);
  }

  /// Uploads a file for the asker alone.
  boolean uploadToAsker(Upload.Item item) {
    return uploads.to(address.user(), item).isPresent();
  }

  void deleteFile(String id) {
    api.call(urgent("files.delete").with("file", id));
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
    return belongs(message, turn);
  }

  /// Whether a message is marked as a part of a turn's answer.
  static boolean belongs(JsonNode message, TurnRef turn) {
    JsonNode metadata = message.path("metadata");
    return metadata.path("event_type").asText().equals(EVENT_TYPE)
        && metadata.path("event_payload").path("turn").asText().equals(turn.id().value());
  }

  private static ApiCall urgent(String method) {
    return ApiCall.urgent(method);
  }
}
