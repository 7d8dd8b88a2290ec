package dev.parley.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Tells the bot what happens where it can see it.
final class Announcer {
  private final World world;

  Announcer(World world) {
    this.world = world;
  }

  Optional<Delivery> posted(Post post) {
    return tell(post, "MESSAGE_CREATE");
  }

  Optional<Delivery> changed(Post post) {
    return tell(post, "MESSAGE_UPDATE");
  }

  private Optional<Delivery> tell(Post post, String type) {
    if (!post.channel().isVisible() || !post.audience().isEmpty()) {
      return Optional.empty();
    }
    ObjectNode full = post.wire();
    post.channel().guild().ifPresent(guild -> place(full, post, guild));
    return Optional.of(
        send(type, post.channel(), messages(post.channel()), full, stripped(post, full)));
  }

  private static void place(ObjectNode wire, Post post, DiscordGuild guild) {
    wire.put("guild_id", guild.id());
    if (post.author().kind() != DiscordUser.Kind.WEBHOOK) {
      wire.set("member", guild.membership(post.author()));
    }
    for (JsonNode mention : wire.path("mentions")) {
      ((ObjectNode) mention).set("member", mentioned(mention, guild));
    }
  }

  private static ObjectNode mentioned(JsonNode mention, DiscordGuild guild) {
    DiscordUser.Kind kind =
        mention.path("bot").asBoolean() ? DiscordUser.Kind.BOT : DiscordUser.Kind.PERSON;
    return guild.membership(
        new DiscordUser(mention.path("id").asText(), mention.path("username").asText(), kind));
  }

  /// What is left without the intent MESSAGE_CONTENT (discord.com/developers, "Message Content
  /// Intent").
  private ObjectNode stripped(Post post, ObjectNode full) {
    return Content.isReadable(post, world.bot()) ? full : Content.strip(full.deepCopy());
  }

  Optional<Delivery> deleted(Post post) {
    ObjectNode data = Json.object().put("id", post.id()).put("channel_id", post.channel().id());
    return removed("MESSAGE_DELETE", post.channel(), data);
  }

  Optional<Delivery> deletedAtOnce(DiscordChannel channel, List<Post> posts) {
    ObjectNode data = Json.object().put("channel_id", channel.id());
    ArrayNode ids = data.putArray("ids");
    posts.forEach(post -> ids.add(post.id()));
    return removed("MESSAGE_DELETE_BULK", channel, data);
  }

  private Optional<Delivery> removed(String type, DiscordChannel channel, ObjectNode data) {
    if (!channel.isVisible()) {
      return Optional.empty();
    }
    channel.guild().ifPresent(guild -> data.put("guild_id", guild.id()));
    return Optional.of(send(type, channel, messages(channel), data, data));
  }

  private static int messages(DiscordChannel channel) {
    return channel.guild().isPresent() ? Intent.GUILD_MESSAGES : Intent.DIRECT_MESSAGES;
  }

  private Delivery send(
      String type, DiscordChannel channel, int intent, ObjectNode full, ObjectNode stripped) {
    String guild = channel.guild().map(DiscordGuild::id).orElse("");
    return world.gateway().dispatch(new GatewayEvent(type, guild, intent, full, stripped));
  }

  void reacted(Post post, DiscordUser user, String emoji) {
    DiscordChannel channel = post.channel();
    if (channel.isVisible()) {
      ObjectNode data = Json.object().put("user_id", user.id()).put("channel_id", channel.id());
      data.put("message_id", post.id()).put("message_author_id", post.author().id());
      data.put("type", 0).put("burst", false);
      data.putObject("emoji").put("name", emoji).putNull("id");
      channel.guild().ifPresent(it -> data.put("guild_id", it.id()).set("member", it.member(user)));
      int intent = channel.guild().isPresent() ? Intent.GUILD_REACTIONS : Intent.DIRECT_REACTIONS;
      send("MESSAGE_REACTION_ADD", channel, intent, data, data);
    }
  }

  void channelCreated(DiscordChannel channel) {
    ObjectNode wire = channel.wire();
    if (channel.kind().isThread()) {
      wire.put("newly_created", true);
      ObjectNode member = wire.putObject("member").put("id", channel.id());
      member.put("user_id", world.bot().id()).put("flags", 0);
      member.put("join_timestamp", world.ids().stamp());
    }
    happened("CREATE", channel, wire);
  }

  void channelChanged(DiscordChannel channel) {
    channel
        .guild()
        .filter(DiscordGuild::hasBot)
        .ifPresent(_ -> send(kind(channel) + "UPDATE", channel, channel.wire()));
  }

  void channelDeleted(DiscordChannel channel) {
    happened("DELETE", channel, channel.wire());
  }

  private void happened(String what, DiscordChannel channel, ObjectNode wire) {
    if (channel.isVisible()) {
      send(kind(channel) + what, channel, wire);
    }
  }

  private static String kind(DiscordChannel channel) {
    return channel.kind().isThread() ? "THREAD_" : "CHANNEL_";
  }

  private void send(String type, DiscordChannel channel, ObjectNode wire) {
    send(type, channel, Intent.GUILDS, wire, wire);
  }

  void guildCreated(DiscordGuild guild) {
    tell("GUILD_CREATE", guild, GuildWire.of(guild, world.bot()));
  }

  void guildDeleted(DiscordGuild guild) {
    tell("GUILD_DELETE", guild, Json.object().put("id", guild.id()));
  }

  void roleCreated(DiscordGuild guild, DiscordRole role) {
    if (guild.hasBot()) {
      ObjectNode data = Json.object().put("guild_id", guild.id());
      data.set("role", role.wire());
      tell("GUILD_ROLE_CREATE", guild, data);
    }
  }

  private void tell(String type, DiscordGuild guild, ObjectNode data) {
    world.gateway().dispatch(new GatewayEvent(type, guild.id(), Intent.GUILDS, data));
  }
}
