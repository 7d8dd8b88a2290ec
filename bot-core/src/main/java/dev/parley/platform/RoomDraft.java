package dev.parley.platform;

import java.util.List;
import java.util.Optional;

/// An answer while it grows.
///
/// @param conversation the key of the turn's conversation, needed to stop it
/// @param asker the id of the person it answers, who may stop it
/// @param status what the bot is doing; empty once text comes
/// @param steps what tools do and did for it
public record RoomDraft(
    String id,
    String turn,
    String conversation,
    String asker,
    Optional<String> thread,
    String status,
    String markdown,
    List<ToolStep> steps) {
  /// @param steps missing where an older version stored it
  public RoomDraft {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /// An answer for which no tool was used.
  public RoomDraft(
      String id,
      String turn,
      String conversation,
      String asker,
      Optional<String> thread,
      String status,
      String markdown) {
    this(id, turn, conversation, asker, thread, status, markdown, List.of());
  }
}
