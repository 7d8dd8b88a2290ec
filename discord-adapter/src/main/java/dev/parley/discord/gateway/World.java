package dev.parley.discord.gateway;

import dev.parley.discord.event.BotIdentity;
import dev.parley.discord.event.Channels;
import dev.parley.discord.event.ReadingRights;
import dev.parley.discord.text.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.sharding.ShardManager;

/// Guilds, channels and roles as the sessions tell of them.
public final class World implements Channels, BotIdentity.Roles, ReadingRights {
  private final Connection connection;

  public World(Connection connection) {
    this.connection = connection;
  }

  private Optional<ShardManager> shards() {
    return connection.shards();
  }

  @Override
  public Optional<Channels.Channel> channel(String id) {
    return found(id)
        .map(
            channel ->
                new Channels.Channel(
                    id,
                    channel instanceof GuildChannel in
                        ? Optional.of(in.getGuild().getId())
                        : Optional.empty(),
                    channel instanceof ThreadChannel thread
                        ? Optional.of(thread.getParentChannel().getId())
                        : Optional.empty(),
                    channel.getName(),
                    channel instanceof ThreadChannel thread && isForum(thread)));
  }

  /// The name of a channel of which a session tells.
  public Optional<String> name(String channel) {
    return Optional.of(channel)
        .filter(World::isId)
        .flatMap(this::channel)
        .map(Channels.Channel::name)
        .filter(name -> !name.isBlank());
  }

  static boolean isId(String id) {
    return id.matches("\\d{1,19}");
  }

  private Optional<net.dv8tion.jda.api.entities.channel.Channel> found(String id) {
    return shards()
        .flatMap(
            all ->
                Optional.ofNullable(
                    all.getChannelById(net.dv8tion.jda.api.entities.channel.Channel.class, id)));
  }

  /// A channel or thread of a guild of which a session tells.
  Optional<GuildChannel> guildChannel(String id) {
    return Optional.of(id)
        .filter(World::isId)
        .flatMap(this::found)
        .filter(GuildChannel.class::isInstance)
        .map(GuildChannel.class::cast);
  }

  /// A guild that the bot is in.
  Optional<Guild> guild(String id) {
    return Optional.of(id)
        .filter(World::isId)
        .flatMap(known -> shards().flatMap(all -> Optional.ofNullable(all.getGuildById(known))));
  }

  private static boolean isForum(ThreadChannel thread) {
    ChannelType parent = thread.getParentChannel().getType();
    return parent == ChannelType.FORUM || parent == ChannelType.MEDIA;
  }

  @Override
  public Set<String> of(String guild) {
    return shards()
        .flatMap(all -> Optional.ofNullable(all.getGuildById(guild)))
        .flatMap(known -> Optional.ofNullable(known.getBotRole()))
        .map(role -> Set.of(role.getId()))
        .orElseGet(Set::of);
  }

  /// What roles and channels are called; people are named where they are spoken of.
  public Names names() {
    return new Names() {
      @Override
      public Optional<String> person(String id) {
        return Optional.empty();
      }

      @Override
      public Optional<String> role(String id) {
        return shards().flatMap(all -> Optional.ofNullable(all.getRoleById(id))).map(Role::getName);
      }

      @Override
      public Optional<String> channel(String id) {
        return World.this.channel(id).map(Channels.Channel::name);
      }
    };
  }

  /// The last message of each channel that a session knows of.
  public static Map<String, String> latestMessages(JDA session) {
    Map<String, String> latest = new HashMap<>();
    for (Guild guild : session.getGuilds()) {
      guild.getChannels().stream()
          .filter(GuildMessageChannel.class::isInstance)
          .map(GuildMessageChannel.class::cast)
          .filter(channel -> channel.getLatestMessageIdLong() != 0)
          .forEach(channel -> latest.put(channel.getId(), channel.getLatestMessageId()));
      guild.getThreadChannels().stream()
          .filter(thread -> thread.getLatestMessageIdLong() != 0)
          .forEach(thread -> latest.put(thread.getId(), thread.getLatestMessageId()));
    }
    return latest;
  }

  @Override
  public boolean letsWriteInThreads(String channel) {
    return found(channel)
        .filter(GuildChannel.class::isInstance)
        .map(GuildChannel.class::cast)
        .map(
            in ->
                in.getGuild().getSelfMember().hasPermission(in, Permission.MESSAGE_SEND_IN_THREADS))
        .orElse(true);
  }

  @Override
  public ReadingRights.Right toRead(String channel, String person) {
    return guildChannel(channel)
        .map(in -> Readers.rights(in, person))
        .orElse(ReadingRights.Right.UNKNOWN);
  }

  @Override
  public boolean coversContent() {
    return connection.readsContent();
  }

  @Override
  public boolean isMember(String guild) {
    return shards()
        .flatMap(all -> Optional.ofNullable(all.getGuildById(guild)))
        .map(ISnowflake::getId)
        .isPresent();
  }
}
