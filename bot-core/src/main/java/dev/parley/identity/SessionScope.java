package dev.parley.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What shares one memory: the whole channel, each thread by itself, or each person by herself.
public enum SessionScope {
  CHANNEL,
  THREAD,
  USER;

  /// The word that people and configuration use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The scope of this word; empty where there is none.
  public static Optional<SessionScope> ofWord(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
