package dev.parley.message;

import java.util.Locale;

/// How a message is meant for the bot.
public enum Addressing {
  /// Nobody else is there.
  DIRECT,
  /// It names the bot.
  MENTION,
  /// It goes on in a thread, without naming the bot.
  THREAD,
  /// It was said where the bot can hear it, to nobody in particular.
  OVERHEARD;

  /// The word that storage uses.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
