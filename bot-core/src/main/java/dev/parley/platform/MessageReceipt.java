package dev.parley.platform;

/// What became of a message that an adapter handed in.
public enum MessageReceipt {
  /// It is stored and will be answered.
  ACCEPTED,
  /// It was handed in before: nothing is to be done.
  DUPLICATE,
  /// It is not for the bot, by what is set for its place: nothing is to be done.
  IGNORED,
  /// It is not stored: too many messages wait in its conversation. Its author should be told.
  REFUSED
}
