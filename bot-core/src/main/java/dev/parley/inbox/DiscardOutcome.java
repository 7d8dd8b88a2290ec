package dev.parley.inbox;

/// What became of a wish to do away with an answer.
public enum DiscardOutcome {
  /// The conversation has forgotten it; what people see of it may go.
  DISCARDED,
  /// Only the asker and admins may wish so, and this is somebody else.
  NOT_YOURS,
  /// It is not known any more whose answer it was.
  GONE
}
