package dev.parley.model;

/// Why a model stopped.
public enum FinishReason {
  /// It said all it wanted to, perhaps ending with tool calls.
  COMPLETE,
  /// It ran into the limit of output tokens.
  LENGTH,
  /// The provider refused the question.
  QUESTION_BLOCKED,
  /// The provider withheld the answer, perhaps after some of it.
  ANSWER_BLOCKED,
  /// It tried to call a tool and failed to form the call.
  MALFORMED_TOOL_CALL,
  /// The stream ended before the model did.
  CUT
}
