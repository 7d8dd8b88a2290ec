package dev.parley.argument;

import com.fasterxml.jackson.databind.JsonNode;

/// What came of checking the arguments of one call.
public sealed interface CheckedArguments {
  /// The tool may run with them.
  ///
  /// @param arguments as the tool wants them: what could only be meant in one way is put right
  record Fitting(JsonNode arguments) implements CheckedArguments {}

  /// The tool must not run.
  ///
  /// @param reason what is wrong with each argument and what would be right, for the model
  record Unfitting(String reason) implements CheckedArguments {}
}
