package dev.parley.platform;

/// What one tool does for an answer, as people watch it.
///
/// @param id unique within its turn; what is told under it takes the place of what was told before
/// @param title the tool and what it is at, in few plain words on one line
/// @param detail what people are told besides; mostly empty
public record ToolStep(String id, String title, State state, String detail) {
  /// How far it is.
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    /// Somebody is to say something before it runs.
    WAITING;

    boolean isOpen() {
      return this == RUNNING || this == WAITING;
    }
  }

  /// Whether it is still to come to something.
  public boolean unfinished() {
    return state.isOpen();
  }
}
