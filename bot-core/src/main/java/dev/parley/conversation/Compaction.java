package dev.parley.conversation;

/// A block of old turns that leaves a conversation, and the summary that stays in its place.
public record Compaction(int droppedTurns, String summary) {
  public Compaction {
    if (droppedTurns < 1) {
      throw new IllegalArgumentException("a compaction drops at least one turn");
    }
  }
}
