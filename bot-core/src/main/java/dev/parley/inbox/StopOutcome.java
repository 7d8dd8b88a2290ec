package dev.parley.inbox;

/// What became of a wish to stop a turn.
public enum StopOutcome {
  /// The turn ends as soon as its owner hears of it.
  STOPPING,
  /// Only the asker and admins may stop it, and this is somebody else.
  NOT_YOURS,
  /// There is no such turn (any more).
  NOT_RUNNING
}
