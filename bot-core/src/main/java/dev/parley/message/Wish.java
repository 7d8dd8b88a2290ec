package dev.parley.message;

/// What a message wants of the bot.
public enum Wish {
  /// An answer.
  ANSWER,
  /// A picture, or its attached pictures changed.
  PICTURE,
  /// That a call of a tool runs which a person has approved.
  RUN_TOOL
}
