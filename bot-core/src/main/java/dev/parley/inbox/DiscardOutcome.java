package dev.parley.inbox;

import java.util.Optional;

/// What became of a wish to do away with an answer.
public sealed interface DiscardOutcome {
  /// The conversation has forgotten it; what people see of it may go.
  ///
  /// @param reply the answer as its platform knows it, where that is known
  record Discarded(Optional<String> reply) implements DiscardOutcome {}

  /// Only the asker and admins may wish so, and this is somebody else.
  record NotYours() implements DiscardOutcome {}

  /// It is not known any more whose answer it was.
  record Gone() implements DiscardOutcome {}
}
