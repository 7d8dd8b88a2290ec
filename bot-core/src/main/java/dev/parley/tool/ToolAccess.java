package dev.parley.tool;

/// How a tool stands with whoever it would run for.
///
/// @param reason a sentence without its subject and full stop: why it is so
public record ToolAccess(Kind kind, String reason) {
  /// What becomes of a call.
  public enum Kind {
    /// It runs.
    ALLOWED,
    /// It runs once a person approves it.
    ASKS_FIRST,
    /// It does not run.
    REFUSED
  }
}
