package dev.parley.discord.event;

/// Who may read what was said in Discord's channels.
public interface ReadingRights {
  /// What is known of that.
  enum Right {
    /// Both the bot and the person may.
    BOTH,
    /// The bot may not.
    NOT_THE_BOT,
    /// The person may not.
    NOT_THE_PERSON,
    /// The channel is not known, or Discord does not tell.
    UNKNOWN
  }

  /// Whether the bot and a person may read the history of a guild's channel or thread. Blocks while
  /// Discord is asked.
  Right toRead(String channel, String person);

  /// Whether the bot is told the words of messages that are not meant for it.
  boolean coversContent();
}
