package dev.parley.launcher.settings;

import java.util.List;

/// Finds vectors that are asked for and cannot be had.
final class VectorMistakes {
  private static final String KEY = "knowledge.vectors";

  private VectorMistakes() {}

  /// @param offline whether the offline model is there
  static void find(
      KnowledgeSection knowledge, GeminiSection gemini, boolean offline, List<Mistake> mistakes) {
    if (!knowledge.enabled()) {
      return;
    }
    switch (knowledge.vectors()) {
      case GEMINI -> {
        if (gemini.apiKey().isEmpty()) {
          mistakes.add(
              new Mistake(
                  KEY,
                  "is gemini, but there is no gemini.api-key; set GEMINI_API_KEY, or choose auto,"
                      + " offline or none"));
        }
      }
      case OFFLINE -> {
        if (!offline) {
          mistakes.add(
              new Mistake(
                  KEY,
                  "is offline, but the offline model is not there; build Parley with it (mvn"
                      + " -Pminilm -DskipTests package), or choose auto, gemini or none"));
        }
      }
      case AUTO, NONE -> {}
    }
  }
}
