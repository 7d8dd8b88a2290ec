package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Puts what the bot says where people see it.
final class BotPosts {
  private BotPosts() {}

  /// @param threadTs the thread it belongs to, empty for none
  static Post write(
      SlackWorkspace workspace, SlackChannel room, PostContent content, String threadTs) {
    Post post = draft(workspace, room, threadTs);
    post.show(content);
    workspace.say(room, post);
    return post;
  }

  /// A message of the bot that is not there yet; throws [SlackRefusedException] where the thread
  /// is none.
  static Post draft(SlackWorkspace workspace, SlackChannel room, String threadTs) {
    ObjectNode wire = Json.object().put("type", "message").put("user", workspace.botUserId());
    wire.put("bot_id", workspace.botId()).put("app_id", workspace.app().id());
    wire.put("team", workspace.id()).put("text", "").put("ts", workspace.ids().ts());
    wire.putObject("bot_profile").put("id", workspace.botId()).put("name", "Parley");
    if (!threadTs.isEmpty()) {
      Post root =
          room.find(threadTs).orElseThrow(() -> new SlackRefusedException("thread_not_found"));
      if (root.isReply()) {
        throw new SlackRefusedException("cannot_reply_to_message");
      }
      wire.put("thread_ts", threadTs).put("parent_user_id", root.author());
    }
    return new Post(wire);
  }

  static EphemeralMessage whisper(
      SlackWorkspace workspace,
      SlackChannel room,
      PostContent content,
      String user,
      String threadTs) {
    Post post = draft(workspace, room, threadTs);
    post.show(content);
    post.wire().put("is_ephemeral", true);
    ShownMessage shown = post.shown(room.id());
    EphemeralMessage whispered =
        new EphemeralMessage(
            room.id(), threadTs, user, shown.ts(), shown.text(), shown.pings(), shown.wire());
    room.ephemerals().add(whispered);
    return whispered;
  }
}
