package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The methods that read channels, and the one that opens direct messages.
final class ConversationMethods {
  private final SlackRules rules;

  ConversationMethods(SlackRules rules) {
    this.rules = rules;
  }

  Map<String, ApiMethod> methods() {
    return Map.of(
        "conversations.replies", this::replies,
        "conversations.history", this::history,
        "conversations.info", ConversationMethods::info,
        "conversations.members", ConversationMethods::members,
        "conversations.open", ConversationMethods::open);
  }

  private ObjectNode replies(ApiCall call) {
    SlackChannel room = Rooms.readable(call, "channel");
    String ts = call.required("ts");
    Post asked = room.find(ts).orElseThrow(() -> new SlackRefusedException("thread_not_found"));
    return page(call, room.thread(asked.root()).stream().filter(in(call)).toList(), 1000);
  }

  private ObjectNode history(ApiCall call) {
    SlackChannel room = Rooms.readable(call, "channel");
    List<Post> newestFirst = room.surface().reversed();
    return page(call, newestFirst.stream().filter(in(call)).toList(), 100);
  }

  private static Predicate<Post> in(ApiCall call) {
    String oldest = call.text("oldest");
    String latest = call.text("latest");
    int borders = call.flag("inclusive") ? 0 : -1;
    return post ->
        (oldest.isEmpty() || oldest.compareTo(post.ts()) <= borders)
            && (latest.isEmpty() || post.ts().compareTo(latest) <= borders);
  }

  private ObjectNode page(ApiCall call, List<Post> posts, int mostByDefault) {
    int from = call.optional("cursor").map(ConversationMethods::cursor).orElse(0);
    int limit = call.number("limit", mostByDefault);
    if (limit < 1 || limit > 1000 || from > posts.size()) {
      throw new SlackRefusedException(limit < 1 ? "invalid_limit" : "invalid_cursor");
    }
    int to = Math.min(posts.size(), from + Math.min(limit, rules.longestPage()));
    ObjectNode answer = Json.object();
    ArrayNode messages = answer.putArray("messages");
    posts.subList(from, to).forEach(post -> messages.add(told(call, post)));
    answer.put("has_more", to < posts.size());
    answer.putObject("response_metadata").put("next_cursor", to < posts.size() ? "next:" + to : "");
    return answer;
  }

  private static int cursor(String cursor) {
    return Optional.of(cursor)
        .filter(it -> it.matches("next:\\d{1,6}"))
        .map(it -> Integer.parseInt(it.substring(5)))
        .orElseThrow(() -> new SlackRefusedException("invalid_cursor"));
  }

  private static ObjectNode told(ApiCall call, Post post) {
    ObjectNode told = post.wire().deepCopy();
    if (!call.flag("include_all_metadata")) {
      told.remove("metadata");
    }
    return told;
  }

  private static ObjectNode info(ApiCall call) {
    SlackWorkspace workspace = call.workspace();
    SlackChannel room =
        workspace
            .find(call.text("channel"))
            .orElseThrow(() -> new SlackRefusedException("channel_not_found"));
    boolean member = room.members().contains(workspace.botUserId());
    if (!member && room.kind() != SlackChannel.Kind.CHANNEL) {
      throw new SlackRefusedException("channel_not_found");
    }
    ObjectNode answer = Json.object();
    ObjectNode told = answer.putObject("channel").put("id", room.id()).put("name", room.name());
    told.put("is_ext_shared", room.isShared());
    told.put("is_channel", room.kind() == SlackChannel.Kind.CHANNEL);
    told.put("is_group", room.kind() == SlackChannel.Kind.GROUP);
    told.put("is_im", room.kind() == SlackChannel.Kind.IM);
    told.put("is_mpim", room.kind() == SlackChannel.Kind.MPIM);
    told.put("is_private", room.kind() != SlackChannel.Kind.CHANNEL).put("is_member", member);
    told.put("is_archived", room.isArchived()).put("is_ext_shared", room.isShared());
    told.put("num_members", room.members().size());
    return answer;
  }

  private static ObjectNode members(ApiCall call) {
    SlackChannel room =
        call.workspace()
            .find(call.text("channel"))
            .filter(
                it ->
                    it.kind() == SlackChannel.Kind.CHANNEL
                        || it.members().contains(call.workspace().botUserId()))
            .orElseThrow(() -> new SlackRefusedException("channel_not_found"));
    List<String> all = List.copyOf(room.members());
    int from = call.optional("cursor").map(ConversationMethods::cursor).orElse(0);
    int to = Math.min(all.size(), from + call.number("limit", 100));
    ObjectNode answer = Json.object();
    ArrayNode members = answer.putArray("members");
    all.subList(from, to).forEach(members::add);
    answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "next:" + to : "");
    return answer;
  }

  private static ObjectNode open(ApiCall call) {
    String user = call.required("users");
    SlackPerson person =
        call.workspace()
            .findPerson(user)
            .orElseThrow(() -> new SlackRefusedException("user_not_found"));
    String channel = call.workspace().dm(person);
    call.workspace().room(channel).members().add(user);
    ObjectNode answer = Json.object();
    answer.putObject("channel").put("id", channel);
    return answer;
  }
}
