package dev.parley.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which messages the bot answers, besides those in direct messages.
public enum AnswerPolicy {
  /// Those that name it.
  MENTION,
  /// Those as well that go on in a thread where it takes part.
  THREAD,
  /// All that it hears.
  ALWAYS;

  /// The word that people and configuration use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The policy of this word; empty where there is none.
  public static Optional<AnswerPolicy> ofWord(String word) {
    return Stream.of(values()).filter(policy -> policy.word().equals(word)).findFirst();
  }
}
