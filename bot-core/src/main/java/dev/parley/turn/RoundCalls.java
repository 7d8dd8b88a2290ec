package dev.parley.turn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.argument.CheckedArguments;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The tool calls of one round, by their numbers, and what came of each so far. Used by one
/// thread.
final class RoundCalls {
  private final int round;
  private final List<ToolCall> calls;
  private final ToolSet set;
  private final RoundJournal journal;
  private final Map<Integer, ToolResult> results = new TreeMap<>();

  RoundCalls(int round, List<ToolCall> calls, ToolSet set, RoundJournal journal) {
    this.round = round;
    this.calls = calls.stream().map(call -> fitting(set, call)).toList();
    this.set = set;
    this.journal = journal;
  }

  private static ToolCall fitting(ToolSet set, ToolCall call) {
    return set.check(call) instanceof CheckedArguments.Fitting(JsonNode arguments)
        ? new ToolCall(call.id(), call.name(), arguments)
        : call;
  }

  int count() {
    return calls.size();
  }

  /// A call, with its arguments as its tool takes them, where they fit it.
  ToolCall call(int number) {
    return calls.get(number);
  }

  /// The tool that is called; empty where there is none of this name.
  Optional<Tool> tool(int number) {
    return set.find(call(number).name());
  }

  /// The calls that have no result yet.
  List<Integer> open() {
    return IntStream.range(0, calls.size())
        .filter(number -> !results.containsKey(number))
        .boxed()
        .toList();
  }

  /// What an earlier owner of the turn noted of a call.
  Optional<ToolResult> noted(int number) {
    return journal.recall(round, number);
  }

  boolean hadBegun(int number) {
    return journal.hasBegun(round, number);
  }

  /// Notes that a call begins, where it is not to begin twice.
  void begin(int number) {
    if (!set.isRepeatable(call(number).name())) {
      journal.begin(round, number, call(number).name());
    }
  }

  /// Notes a result, so that the call is never run again.
  void end(int number, ToolResult result) {
    if (set.isRepeatable(call(number).name())) {
      journal.keep(round, number, result);
    } else {
      journal.insist(round, number, result);
    }
    settle(number, result);
  }

  /// Takes a result that any owner of the turn comes to again.
  void settle(int number, ToolResult result) {
    results.put(number, result);
  }

  /// The results so far, by the numbers of their calls.
  Map<Integer, ToolResult> settled() {
    return Map.copyOf(results);
  }

  /// All results, in the order of the calls.
  List<ToolResult> results() {
    return List.copyOf(results.values());
  }
}
