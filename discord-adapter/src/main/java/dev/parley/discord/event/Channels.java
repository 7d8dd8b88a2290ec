package dev.parley.discord.event;

import java.util.Optional;

/// What is known of Discord's guilds and channels.
public interface Channels {
  /// A channel that the bot sees; empty where it is not known.
  Optional<Channel> channel(String id);

  /// Whether the bot may write in the threads of a channel, as far as is known.
  boolean letsWriteInThreads(String channel);

  /// Whether the bot is in a guild.
  boolean isMember(String guild);

  /// A channel, as far as it matters here.
  ///
  /// @param guild empty where it is a direct message
  /// @param parent the channel that a thread belongs to; empty where it is no thread
  /// @param inForum whether it is a post of a forum
  record Channel(
      String id, Optional<String> guild, Optional<String> parent, String name, boolean inForum) {}
}
