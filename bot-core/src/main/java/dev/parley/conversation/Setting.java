package dev.parley.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be set for each channel or direct message; its threads share it.
public enum Setting {
  /// The model that answers.
  MODEL,
  /// Who the bot is and how it speaks: the system instruction.
  PERSONA,
  /// The language it answers in.
  LANGUAGE,
  /// What shares one memory: `channel`, `thread` or `user`.
  SCOPE,
  /// Which messages it answers: `mention`, `thread` or `always`.
  ANSWERS;

  /// The word that people, configuration and storage use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The setting of this word; empty where there is none.
  public static Optional<Setting> ofWord(String word) {
    return Stream.of(values()).filter(setting -> setting.word().equals(word)).findFirst();
  }
}
