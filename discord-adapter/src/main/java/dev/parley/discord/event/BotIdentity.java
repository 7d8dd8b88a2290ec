package dev.parley.discord.event;

import java.util.Set;

/// Who the bot is.
///
/// @param user its own id, which people mention
/// @param application what its commands and interactions belong to
public record BotIdentity(String user, String application) {
  /// The roles that stand for the bot in a guild.
  public interface Roles {
    Set<String> of(String guild);
  }
}
