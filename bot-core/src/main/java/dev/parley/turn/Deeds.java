package dev.parley.turn;

import dev.parley.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the tools of a turn did, or may have done, that is not done twice: people are told of it
/// where the model may not have told them, and the conversation remembers it where it remembers
/// nothing else of the turn.
///
/// @param calls that began, oldest first
/// @param before tools that were called for an earlier version of the answer
record Deeds(List<Deed> calls, Set<String> before) {
  private static final Pattern TRAILING_STOP = Pattern.compile("[.…\\s]+$");

  /// A call that began.
  record Deed(String tool, ToolResult result) {
    boolean isUnknown() {
      return result instanceof ToolResult.Unknown;
    }

    boolean isDone() {
      return result instanceof ToolResult.Success;
    }
  }

  Deeds {
    calls = List.copyOf(calls);
    before = Set.copyOf(before);
  }

  /// What people are told.
  ///
  /// @param whole whether the model came to the end of its answer, and so could tell what it did
  List<String> notes(boolean whole) {
    List<String> notes = new ArrayList<>();
    before.stream()
        .sorted()
        .map("For an earlier version of this answer, %s was called already."::formatted)
        .forEach(notes::add);
    calls.stream()
        .filter(deed -> !whole && deed.isDone())
        .map(deed -> "Before this, %s ran.".formatted(deed.tool()))
        .forEach(notes::add);
    calls.stream().filter(Deed::isUnknown).map(Deeds::unknown).forEach(notes::add);
    return notes.stream().distinct().toList();
  }

  private static String unknown(Deed deed) {
    return deed.result() instanceof ToolResult.Unknown(String reason)
        ? "I cannot say whether %s ran: %s. Please look before you ask for it again."
            .formatted(deed.tool(), TRAILING_STOP.matcher(reason.strip()).replaceFirst(""))
        : "";
  }

  /// Whether there is something that a later question must not meet unknowing.
  boolean mustBeRemembered() {
    return calls.stream().anyMatch(deed -> deed.isDone() || deed.isUnknown());
  }

  /// What the conversation remembers in the place of an answer.
  String inShort() {
    return calls.stream()
        .filter(deed -> deed.isDone() || deed.isUnknown())
        .map(deed -> deed.tool() + (deed.isDone() ? " ran" : " ran, or not: nobody knows"))
        .collect(Collectors.joining("; ", "[The answer did not come to its end. Before: ", ".]"));
  }
}
