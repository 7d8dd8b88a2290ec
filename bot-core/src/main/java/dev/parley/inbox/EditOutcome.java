package dev.parley.inbox;

/// What became of an edited message.
public enum EditOutcome {
  /// It is answered as it reads now.
  REPLACED,
  /// It has been answered, or taken back: nothing changes.
  TOO_LATE,
  /// It was never handed in: it is not for the bot, or too old.
  UNKNOWN
}
