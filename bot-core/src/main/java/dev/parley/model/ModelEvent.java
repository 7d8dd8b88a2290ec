package dev.parley.model;

import dev.parley.citation.Sources;
import dev.parley.tool.ToolCall;
import dev.parley.usage.TokenUsage;

/// What comes out of a model, in the order it comes.
public sealed interface ModelEvent {
  /// More of the visible answer.
  record Text(String delta) implements ModelEvent {}

  /// A picture that the model made, as a part of its visible answer.
  ///
  /// @param picture PNG, JPEG or WebP, by its content
  record Picture(Media picture) implements ModelEvent {}

  /// More of what the model thinks; not part of the answer.
  record Thought(String delta) implements ModelEvent {}

  /// The model wants a tool to run before it goes on.
  record ToolRequested(ToolCall call) implements ModelEvent {}

  /// What the visible answer rests on, as far as the provider's own tools found it; after all of
  /// its text.
  ///
  /// @param sources whose parts of the text are those of this stream's text alone
  record Cited(Sources sources) implements ModelEvent {}

  /// The last event of each stream, exactly once.
  ///
  /// @param model the model that answered, which may be a fallback
  /// @param content all that the model said, to be given back to it later
  record Finished(FinishReason reason, TokenUsage usage, String model, RawContent content)
      implements ModelEvent {}
}
