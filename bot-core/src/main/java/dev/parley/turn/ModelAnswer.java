package dev.parley.turn;

import dev.parley.citation.CitedText;
import dev.parley.citation.Sources;
import dev.parley.consultation.QuotedPassage;
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
/// @param quoted the passages of documents that it cites, in the order of their numbers
record ModelAnswer(
    String text,
    Sources sources,
    List<ReplyFile> files,
    List<ModelMessage> steps,
    Optional<FinishReason> reason,
    Optional<ModelException> failure,
    TokenUsage usage,
    String model,
    List<QuotedPassage> quoted) {
  ModelAnswer {
    files = List.copyOf(files);
    steps = List.copyOf(steps);
    quoted = List.copyOf(quoted);
  }

  /// Words that no model said and that rest on nothing.
  static ModelAnswer told(String words, List<ReplyFile> files, String model) {
    return new ModelAnswer(
        words,
        Sources.NONE,
        files,
        List.of(new ModelMessage.SaidByModel(words)),
        Optional.empty(),
        Optional.empty(),
        TokenUsage.NONE,
        model,
        List.of());
  }

  /// The calls that people are asked about.
  List<WaitingCall> waiting() {
    return WaitingCall.in(steps);
  }

  /// The text with its sources.
  String cited() {
    return CitedText.of(text, sources);
  }

  /// The text with the numbers of its sources, and no list of them.
  String numbered() {
    return CitedText.numbered(text, sources);
  }

  boolean isBlank() {
    return text.isBlank() && files.isEmpty() && waiting().isEmpty();
  }
}
