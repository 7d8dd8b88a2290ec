package dev.parley.conversation;

import dev.parley.identity.SessionScope;
import java.util.Map;

/// How the bot behaves in one place.
///
/// @param language the language of answers; empty: the asker's own
public record ConversationSettings(
    String model, String persona, String language, SessionScope scope, AnswerPolicy answers) {
  public static final int LONGEST_PERSONA = 8_000;

  /// These settings with what was set for a place on top. Words that mean nothing (any more) are
  /// passed over, so that an old override never stops an answer.
  public ConversationSettings overriddenBy(Map<Setting, String> overrides) {
    return new ConversationSettings(
        overrides.getOrDefault(Setting.MODEL, model),
        overrides.getOrDefault(Setting.PERSONA, persona),
        overrides.getOrDefault(Setting.LANGUAGE, language),
        SessionScope.ofWord(overrides.getOrDefault(Setting.SCOPE, scope.word())).orElse(scope),
        AnswerPolicy.ofWord(overrides.getOrDefault(Setting.ANSWERS, answers.word()))
            .orElse(answers));
  }

  /// The value of a setting, as people write it.
  public String value(Setting setting) {
    return switch (setting) {
      case MODEL -> model;
      case PERSONA -> persona;
      case LANGUAGE -> language;
      case SCOPE -> scope.word();
      case ANSWERS -> answers.word();
    };
  }
}
