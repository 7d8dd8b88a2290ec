package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The methods that post, change and delete messages.
final class ChatMethods {
  private ChatMethods() {}

  static Map<String, ApiMethod> methods() {
    return Map.of(
        "chat.postMessage", ChatMethods::post,
        "chat.update", ChatMethods::update,
        "chat.delete", ChatMethods::delete,
        "chat.postEphemeral", ChatMethods::postEphemeral,
        "chat.getPermalink", ChatMethods::permalink,
        "reactions.add", ChatMethods::react);
  }

  private static ObjectNode post(ApiCall call) {
    SlackChannel room = Rooms.writable(call);
    Post post = BotPosts.draft(call.workspace(), room, call.text("thread_ts"));
    post.show(PostContent.posted(call));
    setMetadata(call, post);
    if (call.flag("reply_broadcast") && post.isReply()) {
      post.wire().put("subtype", "thread_broadcast");
    }
    call.workspace().say(room, post);
    return told(room, post);
  }

  private static ObjectNode permalink(ApiCall call) {
    SlackChannel room = Rooms.readable(call, "channel");
    Post post = Rooms.message(call, room, "message_ts");
    return Json.object()
        .put("channel", room.id())
        .put(
            "permalink",
            "https://%s.slack.com/archives/%s/p%s"
                .formatted(call.workspace().id(), room.id(), post.ts().replace(".", "")));
  }

  private static void setMetadata(ApiCall call, Post post) {
    JsonNode metadata = call.json("metadata", "invalid_metadata_format");
    if (!metadata.isMissingNode()) {
      if (!metadata.path("event_type").isTextual() || !metadata.path("event_payload").isObject()) {
        throw new SlackRefusedException("invalid_metadata_schema");
      }
      post.wire().set("metadata", metadata);
    }
  }

  private static ObjectNode told(SlackChannel room, Post post) {
    ObjectNode answer = Json.object().put("channel", room.id()).put("ts", post.ts());
    answer.set("message", post.wire().deepCopy());
    return answer;
  }

  private static ObjectNode update(ApiCall call) {
    SlackChannel room = Rooms.writable(call);
    Post post = Rooms.own(call, room, "ts", "cant_update_message");
    if (post.isStreaming(call.workspace().ids().now())) {
      throw new SlackRefusedException("streaming_state_conflict");
    }
    JsonNode before = post.wire().deepCopy();
    String at = call.workspace().ids().ts();
    post.edit(PostContent.updated(call), call.workspace().botUserId(), at);
    post.endStream();
    setMetadata(call, post);
    call.workspace().announcer().changed(room, before, post.wire());
    return told(room, post).put("text", post.wire().path("text").asText());
  }

  private static ObjectNode delete(ApiCall call) {
    SlackChannel room = Rooms.writable(call);
    Post post = Rooms.own(call, room, "ts", "cant_delete_message");
    post.delete();
    call.workspace().announcer().deleted(room, post);
    return Json.object().put("channel", room.id()).put("ts", post.ts());
  }

  private static ObjectNode postEphemeral(ApiCall call) {
    SlackChannel room = Rooms.writable(call);
    String user = call.required("user");
    if (!room.members().contains(user)) {
      throw new SlackRefusedException("user_not_in_channel");
    }
    PostContent content = PostContent.posted(call);
    EphemeralMessage shown =
        BotPosts.whisper(call.workspace(), room, content, user, call.text("thread_ts"));
    return Json.object().put("message_ts", shown.ts());
  }

  private static ObjectNode react(ApiCall call) {
    Post post = Rooms.message(call, Rooms.writable(call), "timestamp");
    if (!post.react(call.required("name"))) {
      throw new SlackRefusedException("already_reacted");
    }
    return Json.object();
  }
}
