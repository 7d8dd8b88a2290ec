package dev.parley.turn;

import dev.parley.citation.CitedText;
import dev.parley.citation.Sources;
import dev.parley.message.ReplyFile;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelException;
import dev.parley.model.ModelMessage;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.Optional;

/// What came of all rounds with the model.
///
/// @param text all that people saw
/// @param sources that the text rests on
/// @param files that people are shown with it
/// @param steps what to remember, in the order it happened
/// @param reason why the model stopped; empty where it was stopped
/// @param failure what kept it from going on; empty where it ended by itself, or the asker
///     stopped it
record ModelAnswer(
    String text,
    Sources sources,
    List<ReplyFile> files,
    List<ModelMessage> steps,
    Optional<FinishReason> reason,
    Optional<ModelException> failure,
    TokenUsage usage,
    String model) {
  ModelAnswer {
    files = List.copyOf(files);
    steps = List.copyOf(steps);
  }

  /// The calls that people are asked about.
  List<WaitingCall> waiting() {
    return WaitingCall.in(steps);
  }

  /// The text with its sources.
  String cited() {
    return CitedText.of(text, sources);
  }

  boolean isBlank() {
    return text.isBlank() && files.isEmpty() && waiting().isEmpty();
  }
}
