package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/// The methods that stream a message: begun, appended to, stopped, all within a few minutes.
final class StreamMethods {
  private final SlackRules rules;

  StreamMethods(SlackRules rules) {
    this.rules = rules;
  }

  Map<String, ApiMethod> methods() {
    return Map.of(
        "chat.startStream", this::start,
        "chat.appendStream", this::append,
        "chat.stopStream", this::stop);
  }

  private ObjectNode start(ApiCall call) {
    SlackChannel room = Rooms.writable(call);
    String thread = call.required("thread_ts");
    if (room.kind() != SlackChannel.Kind.IM) {
      checkRecipient(call);
    }
    Post post = BotPosts.draft(call.workspace(), room, thread);
    String mode = call.text("task_display_mode");
    if (!mode.isEmpty() && !mode.equals("timeline") && !mode.equals("plan")) {
      throw new SlackRefusedException("invalid_arguments", "[ERROR] unknown task_display_mode");
    }
    post.beginStream(call.workspace().ids().now().plus(rules.streamLifetime()));
    appendTo(post, call);
    call.workspace().say(room, post);
    return Json.object().put("channel", room.id()).put("ts", post.ts());
  }

  private static void checkRecipient(ApiCall call) {
    String team =
        call.optional("recipient_team_id")
            .orElseThrow(() -> new SlackRefusedException("missing_recipient_team_id"));
    String user =
        call.optional("recipient_user_id")
            .orElseThrow(() -> new SlackRefusedException("missing_recipient_user_id"));
    SlackPerson person =
        call.workspace()
            .findPerson(user)
            .orElseThrow(() -> new SlackRefusedException("user_not_found"));
    if (!person.teamId().equals(team)) {
      throw new SlackRefusedException("team_not_found");
    }
  }

  private ObjectNode append(ApiCall call) {
    SlackChannel room = Rooms.writable(call);
    Post post = streaming(call, room);
    if (call.text("markdown_text").isEmpty() && call.text("chunks").isEmpty()) {
      throw new SlackRefusedException("no_text");
    }
    appendTo(post, call);
    return Json.object().put("channel", room.id()).put("ts", post.ts());
  }

  private Post streaming(ApiCall call, SlackChannel room) {
    Post post = Rooms.own(call, room, "ts", "message_not_owned_by_app");
    Instant now = call.workspace().ids().now();
    if (!post.isStreaming(now)) {
      throw new SlackRefusedException("message_not_in_streaming_state");
    }
    return post;
  }

  private void appendTo(Post post, ApiCall call) {
    StreamChunks chunks = StreamChunks.of(call);
    if (chunks.text().length() > PostContent.LONGEST_MARKDOWN
        || post.markdown().length() + chunks.text().length() > rules.longestStream()) {
      throw new SlackRefusedException("msg_too_long");
    }
    post.tasks().take(chunks, post.markdown() + chunks.text());
    post.append(chunks.text());
  }

  private ObjectNode stop(ApiCall call) {
    SlackChannel room = Rooms.writable(call);
    Post post = streaming(call, room);
    JsonNode before = post.wire().deepCopy();
    ArrayNode blocks = call.list("blocks", "invalid_blocks_format");
    BlockRules.checkMessage(blocks);
    JsonNode metadata = call.json("metadata", "invalid_metadata_format");
    appendTo(post, call);
    post.endStream();
    post.addBlocks(blocks);
    if (!metadata.isMissingNode()) {
      post.wire().set("metadata", metadata);
    }
    call.optional("session_status")
        .ifPresent(state -> call.workspace().pane().session(room.id(), post.root(), state));
    call.workspace().announcer().changed(room, before, post.wire());
    ObjectNode answer = Json.object().put("channel", room.id()).put("ts", post.ts());
    answer.set("message", post.wire().deepCopy());
    return answer;
  }
}
