package dev.parley.turn;

import dev.parley.tool.RunningTools;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import dev.parley.tool.ToolSpec;
import dev.parley.tool.ToolUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Runs the tools that the model calls in one turn: each once, though the turn has several
/// owners. Used by one thread.
final class ToolRuns {
  private final RoundJournal journal;
  private final Asking asking;
  private final ToolContext context;
  private final TurnToolFiles files;
  private ToolSet set;
  private CallChecks checks;
  private Duration left;

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
    this.checks = new CallChecks(set, journal, asking, files);
    this.left = set.limits().timeLimitInAll();
  }

  /// What the model may call.
  List<ToolSpec> specs() {
    return set.specs();
  }

  /// Whether the round of these calls must be in the journal before they begin.
  boolean mustBeNoted(List<ToolCall> calls) {
    return !calls.stream().map(ToolCall::name).allMatch(set::isRepeatable);
  }

  /// The results of a round's calls, in their order; all of them also where the asker presses
  /// stop.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  List<ToolResult> results(
      int round, List<ToolCall> calls, Audience audience, Cancellation cancellation) {
    RoundCalls all = new RoundCalls(round, calls, set, journal);
    ToolWatch watch = new ToolWatch(set, context, audience, "" + round, calls);
    recall(all);
    checks.settle(all);
    all.settled().forEach(watch::came);
    if (!all.open().isEmpty()) {
      audience.working(set.doing(all.open().stream().map(all::call).toList()));
      run(all, watch, cancellation);
    }
    if (calls.stream().anyMatch(this::quotesDocuments)) {
      beCareful();
    }
    return all.results();
  }

  private boolean quotesDocuments(ToolCall call) {
    return set.find(call.name()).filter(Tool::quotesDocuments).isPresent();
  }

  /// What others wrote may speak through the model from now on.
  private void beCareful() {
    set = asking.offered(set.askingForChanges());
    checks = new CallChecks(set, journal, asking, files);
  }

  /// What earlier owners of the turn came to. What they had only begun is not begun again.
  private void recall(RoundCalls all) {
    for (int call : all.open()) {
      Optional<ToolResult> noted = all.noted(call);
      noted.ifPresent(result -> recall(all.call(call), result));
      noted
          .or(() -> all.hadBegun(call) ? Optional.of(BegunCalls.INTERRUPTED) : Optional.empty())
          .ifPresent(result -> all.settle(call, result));
    }
  }

  private void recall(ToolCall call, ToolResult result) {
    result.files().forEach(files::recall);
    asking.keep(call, result);
  }

  private void run(RoundCalls all, ToolWatch watch, Cancellation cancellation) {
    try (RunningTools running = set.running(context, all.count(), left)) {
      new RoundRun(all, running, watch, asking, cancellation).run();
      left = running.left();
    }
  }
}
