package dev.parley.turn;

import dev.parley.tool.RunningTools;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.ToolUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Runs the tools that the model calls in one turn: each once, though the turn has several owners.
final class ToolRuns {
  private final ToolSet set;
  private final RoundJournal journal;
  private final Asking asking;
  private final ToolContext context;
  private final TurnToolFiles files;

  ToolRuns(
      ToolSet set,
      RoundJournal journal,
      Asking asking,
      ModelTask task,
      ToolUser user,
      FileNames names) {
    this.set = set;
    this.journal = journal;
    this.asking = asking;
    this.files = new TurnToolFiles(journal, names, task.files());
    this.context = new ToolContext(user, task.booking(), files);
  }

  /// What the model may call.
  List<ToolSpec> specs() {
    return set.specs();
  }

  /// The results of a round's calls, in their order.
  List<ToolResult> results(
      int round, List<ToolCall> calls, Audience audience, Cancellation cancellation) {
    Map<Integer, ToolResult> results = new TreeMap<>();
    List<Integer> open = new ArrayList<>();
    for (int call = 0; call < calls.size(); call++) {
      Optional<ToolResult> recalled = journal.recall(round, call);
      if (recalled.isPresent()) {
        results.put(call, recalled.get());
        recall(recalled.get());
        asking.keep(calls.get(call), recalled.get());
      } else {
        Optional<ToolResult> instead = asking.instead(set, calls.get(call), files);
        if (instead.isPresent()) {
          journal.keep(round, call, instead.get());
          asking.keep(calls.get(call), instead.get());
          results.put(call, instead.get());
        } else {
          open.add(call);
        }
      }
    }
    if (!open.isEmpty()) {
      List<ToolCall> running = open.stream().map(calls::get).toList();
      audience.working(set.doing(running));
      try (RunningTools tools = set.start(running, context)) {
        while (tools.hasNext()) {
          RunningTools.Done done = cancellation.interruptibly(tools::next);
          int call = open.get(done.call());
          asking.ran(set, calls.get(call), done.result());
          journal.keep(round, call, done.result());
          results.put(call, done.result());
        }
      }
    }
    return List.copyOf(results.values());
  }

  private void recall(ToolResult result) {
    result.files().forEach(files::recall);
  }
}
