package dev.parley.turn;

import dev.parley.conversation.Turn;
import dev.parley.message.ReplyFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a turn ended, and what its conversation remembers of it.
///
/// @param files that belong to the answer
/// @param notes what people are told besides
/// @param memory empty where there is nothing that a later question could mean
/// @param waiting calls that people are asked about
public record TurnResult(
    TurnOutcome outcome,
    List<ReplyFile> files,
    List<String> notes,
    Optional<Turn> memory,
    List<WaitingCall> waiting) {
  public TurnResult {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    waiting = List.copyOf(waiting);
  }

  /// An ending that is not remembered.
  public static TurnResult of(TurnOutcome outcome) {
    return new TurnResult(outcome, List.of(), List.of(), Optional.empty(), List.of());
  }

  /// The same where people are told one thing more.
  TurnResult noting(String note) {
    return new TurnResult(
        outcome, files, Stream.concat(Stream.of(note), notes.stream()).toList(), memory, waiting);
  }
}
