package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// A channel as payloads describe it.
final class ChannelWire {
  private ChannelWire() {}

  static ObjectNode of(DiscordChannel channel, DiscordBot bot) {
    ObjectNode wire = Json.object().put("id", channel.id());
    wire.put("type", channel.kind().number()).put("flags", 0);
    List<Post> posts = channel.posts();
    wire.put("last_message_id", posts.isEmpty() ? null : posts.getLast().id());
    if (channel.kind().isPrivate()) {
      ArrayNode recipients = wire.putArray("recipients");
      channel.recipients().forEach(user -> recipients.add(user.wire()));
      if (channel.kind() == ChannelKind.GROUP_DM) {
        wire.put("name", channel.name()).putNull("icon");
        wire.set("owner_id", recipients.path(0).path("id"));
      }
      return wire;
    }
    channel.guild().ifPresent(guild -> wire.put("guild_id", guild.id()));
    wire.put("name", channel.name()).putNull("parent_id").put("rate_limit_per_user", 0);
    channel.thread().ifPresentOrElse(it -> it.describe(wire), () -> surface(wire, channel, bot));
    return wire;
  }

  private static void surface(ObjectNode wire, DiscordChannel channel, DiscordBot bot) {
    wire.put("position", 0).putNull("topic").put("nsfw", false);
    ArrayNode overwrites = wire.putArray("permission_overwrites");
    if (!channel.rights().denied().isEmpty()) {
      ObjectNode own = overwrites.addObject().put("id", bot.id()).put("type", 1);
      own.put("allow", "0").put("deny", Permission.mask(channel.rights().denied()));
    }
    channel
        .rights()
        .deniedTo()
        .forEach(
            (person, permissions) ->
                overwrites
                    .addObject()
                    .put("id", person)
                    .put("type", 1)
                    .put("allow", "0")
                    .put("deny", Permission.mask(permissions)));
    seen(overwrites, channel);
    if (channel.kind() == ChannelKind.FORUM) {
      ArrayNode tags = wire.putArray("available_tags");
      channel.tags().forEach((name, id) -> tags.add(tag(name, id)));
      wire.put("default_forum_layout", 0).putNull("default_sort_order");
      wire.putNull("default_reaction_emoji").put("default_thread_rate_limit_per_user", 0);
    }
  }

  /// Who sees the channel, where not everybody does.
  private static void seen(ArrayNode overwrites, DiscordChannel channel) {
    String view = Permission.mask(Set.of(Permission.VIEW_CHANNEL));
    if (!channel.rights().viewers().isEmpty()) {
      String everyone = channel.guild().orElseThrow().id();
      overwrites.addObject().put("id", everyone).put("type", 0).put("allow", "0").put("deny", view);
    }
    for (String role : channel.rights().viewers()) {
      overwrites.addObject().put("id", role).put("type", 0).put("allow", view).put("deny", "0");
    }
    for (String person : channel.rights().guests()) {
      overwrites.addObject().put("id", person).put("type", 1).put("allow", view).put("deny", "0");
    }
  }

  private static ObjectNode tag(String name, String id) {
    ObjectNode tag = Json.object().put("id", id).put("name", name).put("moderated", false);
    return tag.putNull("emoji_id").putNull("emoji_name");
  }
}
