package dev.parley.message;

/// What a message wants of the bot.
public enum Wish {
  /// An answer.
  ANSWER,
  /// A picture, or its attached pictures changed.
  PICTURE
}
