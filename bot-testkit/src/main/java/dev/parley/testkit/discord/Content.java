package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What of a message is its content, and when a bot may read it without a privilege.
final class Content {
  private Content() {}

  /// Whether the bot reads it without the intent MESSAGE_CONTENT: in direct messages, where it is
  /// mentioned, and what it wrote itself.
  static boolean isReadable(Post post, DiscordBot bot) {
    return post.channel().guild().isEmpty()
        || post.author().id().equals(bot.id())
        || post.mentions(bot.id());
  }

  static ObjectNode strip(ObjectNode wire) {
    wire.put("content", "").putArray("embeds");
    wire.putArray("attachments");
    wire.putArray("components");
    wire.remove("message_snapshots");
    return wire;
  }
}
