package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A message as payloads describe it.
final class MessageWire {
  static final int ORDINARY = 0;
  static final int THREAD_CREATED = 18;
  static final int REPLY = 19;
  static final int COMMAND = 20;
  static final int THREAD_STARTER = 21;
  static final int MENU_COMMAND = 23;

  private MessageWire() {}

  /// A new message without anything in it.
  static ObjectNode begin(World world, DiscordChannel channel, DiscordUser author, int type) {
    ObjectNode wire = Json.object().put("id", world.ids().next()).put("type", type);
    wire.put("channel_id", channel.id()).put("content", "").set("author", author.wire());
    wire.put("timestamp", world.ids().stamp()).putNull("edited_timestamp").put("tts", false);
    wire.put("mention_everyone", false).put("pinned", false).put("flags", 0);
    wire.putArray("mentions");
    wire.putArray("mention_roles");
    wire.putArray("attachments");
    wire.putArray("embeds");
    wire.putArray("components");
    if (author.kind() == DiscordUser.Kind.WEBHOOK) {
      wire.put("webhook_id", author.id());
    }
    return wire;
  }

  static void reply(ObjectNode wire, Post to) {
    refer(wire, to, 0);
  }

  /// @param type 0 where it replies or continues, 1 where it forwards
  static void refer(ObjectNode wire, Post to, int type) {
    ObjectNode reference = wire.putObject("message_reference").put("type", type);
    reference.put("channel_id", to.channel().id()).put("message_id", to.id());
    to.channel().guild().ifPresent(guild -> reference.put("guild_id", guild.id()));
  }

  static void mention(World world, ObjectNode wire, Pings pings) {
    wire.put("mention_everyone", !pings.everyone().isEmpty());
    ArrayNode users = wire.putArray("mentions");
    pings.users().forEach(id -> world.user(id).ifPresent(user -> users.add(user.wire())));
    pings.roles().forEach(wire.putArray("mention_roles")::add);
  }
}
