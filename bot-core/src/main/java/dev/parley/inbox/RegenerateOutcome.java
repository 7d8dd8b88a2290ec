package dev.parley.inbox;

/// What became of a wish for another answer.
public enum RegenerateOutcome {
  /// The question is answered anew, in place of the answer before.
  STARTED,
  /// Only the asker and admins may wish so, and this is somebody else.
  NOT_YOURS,
  /// Something else is being answered in the conversation, or this answer already.
  BUSY,
  /// The conversation has gone on since.
  NOT_LATEST,
  /// The question is not known any more.
  GONE
}
