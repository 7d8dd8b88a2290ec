package dev.parley.gemini;

import dev.parley.model.FinishReason;

/// Gemini's finish reasons in the port's words.
final class FinishReasons {
  private FinishReasons() {}

  /// By name, since reasons newer than the client library have nothing else.
  static FinishReason of(String reason) {
    return switch (reason) {
      // no picture was made, and nothing kept the model from it
      case "STOP", "NO_IMAGE" -> FinishReason.COMPLETE;
      case "MAX_TOKENS" -> FinishReason.LENGTH;
      case "MALFORMED_FUNCTION_CALL",
          "MALFORMED_RESPONSE",
          "UNEXPECTED_TOOL_CALL",
          "TOO_MANY_TOOL_CALLS",
          "MISSING_THOUGHT_SIGNATURE" ->
          FinishReason.MALFORMED_TOOL_CALL;
      default -> FinishReason.ANSWER_BLOCKED;
    };
  }
}
