package dev.parley.slack.event;

/// How a message came to the bot's ears.
public enum Gesture {
  /// In a direct message to the bot.
  DIRECT,
  /// By a mention of the bot.
  MENTION,
  /// In a thread, without a mention.
  THREAD,
  /// In a channel or a group, without a mention.
  OVERHEARD
}
