package dev.parley.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the declared function that fits a question best.
final class ToolChooser {
  private static final int WEIGHT_OF_NAME = 3;
  private static final int ENOUGH = 3;

  /// What people say for what tools are called.
  private static final Map<String, String> MEANINGS =
      Map.of(
          "temperature", "weather",
          "forecast", "weather",
          "rain", "weather",
          "clock", "time",
          "o'clock", "time",
          "date", "time",
          "today", "time",
          "calculate", "calculator",
          "roll", "dice");

  private ToolChooser() {}

  static Optional<JsonNode> choose(String question, List<JsonNode> functions) {
    Set<String> words = new LinkedHashSet<>(Words.meaningful(question));
    List.copyOf(words).stream()
        .filter(MEANINGS::containsKey)
        .map(MEANINGS::get)
        .forEach(words::add);
    return functions.stream()
        .filter(function -> !PictureTool.isOne(function))
        .filter(function -> isNamed(question, function) || !KnownTools.isOne(function))
        .filter(function -> score(question, words, function) >= ENOUGH)
        .max(Comparator.comparingLong(function -> score(question, words, function)));
  }

  private static long score(String question, Set<String> words, JsonNode function) {
    if (isNamed(question, function)) {
      return Long.MAX_VALUE;
    }
    String name = function.path("name").asText();
    String spelled = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' ');
    return WEIGHT_OF_NAME * Words.shared(Words.meaningful(spelled), words)
        + Words.shared(Words.meaningful(function.path("description").asText("")), words);
  }

  private static boolean isNamed(String question, JsonNode function) {
    return question.contains(function.path("name").asText());
  }
}
