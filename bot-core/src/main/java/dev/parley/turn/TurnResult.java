package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.conversation.Turn;
import java.util.List;
import java.util.Optional;

/// How a turn ended, and what its conversation remembers of it.
///
/// @param pictures that belong to the answer
/// @param notes what people are told besides
/// @param memory empty where there is nothing that a later question could mean
public record TurnResult(
    TurnOutcome outcome, List<Attachment> pictures, List<String> notes, Optional<Turn> memory) {
  public TurnResult {
    pictures = List.copyOf(pictures);
    notes = List.copyOf(notes);
  }

  /// An ending that is not remembered.
  public static TurnResult of(TurnOutcome outcome) {
    return new TurnResult(outcome, List.of(), List.of(), Optional.empty());
  }
}
