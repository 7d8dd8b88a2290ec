package dev.parley.launcher.settings;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.conversation.ContextSettings;
import dev.parley.conversation.ConversationSettings;
import dev.parley.identity.SessionScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the bot behaves where nothing else is set for a place.
///
/// @param language empty: the asker's own
/// @param historyTokens from here on the oldest part is summarised
/// @param keepTokens how much is left word by word then
/// @param forgetAfter how long a conversation is kept in which nothing happens; empty: for ever
public record ConversationSection(
    String persona,
    String language,
    SessionScope scope,
    AnswerPolicy answers,
    int historyTokens,
    int keepTokens,
    Optional<Duration> forgetAfter) {
  private static final String FILE = "file:";

  static ConversationSection read(SettingsReader reader, Path beside) {
    int historyTokens = reader.number("history-tokens", 1_000, 1_000_000);
    int keepTokens = reader.number("keep-tokens", 500, 1_000_000);
    if (keepTokens >= historyTokens) {
      reader.mistake("keep-tokens", "needs less than history-tokens, which is " + historyTokens);
    }
    return new ConversationSection(
        persona(reader, beside),
        reader.anyText("language"),
        reader.choice("scope", scopes()),
        reader.choice("answers", policies()),
        historyTokens,
        keepTokens,
        reader.timeOrNever("forget-after", Duration.ofHours(1), Duration.ofDays(3_650)));
  }

  /// How the bot behaves where nothing else is set.
  ///
  /// @param model that answers
  public ConversationSettings defaults(String model) {
    return new ConversationSettings(model, persona, language, scope, answers);
  }

  /// How much of a conversation the model is given.
  public ContextSettings context() {
    return new ContextSettings(historyTokens, keepTokens);
  }

  private static String persona(SettingsReader reader, Path beside) {
    String given = reader.text("persona");
    String persona = given.startsWith(FILE) ? fromFile(reader, beside, given) : given;
    if (persona.length() > ConversationSettings.LONGEST_PERSONA) {
      reader.mistake(
          "persona",
          "has %d characters; at most %d are possible"
              .formatted(persona.length(), ConversationSettings.LONGEST_PERSONA));
    }
    return persona;
  }

  private static String fromFile(SettingsReader reader, Path beside, String given) {
    Path file = beside.resolveSibling(given.substring(FILE.length()).strip());
    try {
      return Files.readString(file).strip();
    } catch (IOException _) {
      reader.mistake("persona", "names the file " + file + ", which cannot be read");
      return given;
    }
  }

  private static Map<String, AnswerPolicy> policies() {
    return Stream.of(AnswerPolicy.values())
        .collect(Collectors.toMap(AnswerPolicy::word, Function.identity()));
  }

  private static Map<String, SessionScope> scopes() {
    Map<String, SessionScope> scopes = new LinkedHashMap<>();
    for (SessionScope scope : SessionScope.values()) {
      scopes.put(scope.word(), scope);
    }
    return scopes;
  }
}
