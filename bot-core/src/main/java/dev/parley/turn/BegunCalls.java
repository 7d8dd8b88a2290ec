package dev.parley.turn;

import dev.parley.tool.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The calls of a turn that began and are not to begin twice, with what came of each. Used by one
/// thread.
final class BegunCalls {
  /// Of a call whose owner was lost before it ended.
  static final ToolResult INTERRUPTED = new ToolResult.Unknown("I was interrupted while it ran");

  private final SortedMap<CallName, Deeds.Deed> calls = new TreeMap<>();

  /// @param journal what earlier owners of the turn noted
  /// @param read a result as it was noted
  BegunCalls(Map<String, String> journal, Function<String, ToolResult> read) {
    journal.forEach(
        (note, tool) ->
            CallName.ofBegun(note)
                .ifPresent(
                    name -> {
                      String result = journal.get(name.result());
                      calls.put(
                          name,
                          new Deeds.Deed(tool, result == null ? INTERRUPTED : read.apply(result)));
                    }));
  }

  void begin(CallName name, String tool) {
    calls.put(name, new Deeds.Deed(tool, INTERRUPTED));
  }

  void end(CallName name, ToolResult result) {
    calls.computeIfPresent(name, (_, deed) -> new Deeds.Deed(deed.tool(), result));
  }

  List<Deeds.Deed> deeds() {
    return List.copyOf(calls.values());
  }
}
