package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.conversation.Turn;
import java.util.List;
import java.util.Optional;

/// How a turn ended, and what its conversation remembers of it.
///
/// @param pictures that belong to the answer
/// @param memory empty where there is nothing that a later question could mean
public record TurnResult(TurnOutcome outcome, List<Attachment> pictures, Optional<Turn> memory) {
  public TurnResult {
    pictures = List.copyOf(pictures);
  }
}
