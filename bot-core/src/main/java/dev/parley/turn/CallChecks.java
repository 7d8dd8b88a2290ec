package dev.parley.turn;

import dev.parley.argument.CheckedArguments;
import dev.parley.tool.ToolAccess;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolFiles;
import dev.parley.tool.ToolLimits;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import java.util.Optional;

/// Decides which calls of one turn run: of tools that are there and may be used, with arguments
/// that fit, where nobody has to be asked first. Used by one thread.
final class CallChecks {
  private static final ToolResult TOO_MANY =
      new ToolResult.Failure(
          "it was not run: at most %d calls at once".formatted(ToolLimits.MOST_IN_ROUND));
  private static final ToolResult HANGS =
      new ToolResult.Failure("it was not run: too many calls of it hang; it may be tried later");
  private static final ToolResult DONE_BEFORE =
      new ToolResult.Failure(
          "it was not run: it was called for an earlier version of this answer already. Tell the"
              + " person, who can ask for it in a new message");

  private final ToolSet set;
  private final RoundJournal journal;
  private final Asking asking;
  private final ToolFiles files;

  /// @param files take what is too long to be shown to who is asked
  CallChecks(ToolSet set, RoundJournal journal, Asking asking, ToolFiles files) {
    this.set = set;
    this.journal = journal;
    this.asking = asking;
    this.files = files;
  }

  /// Gives results to those calls of a round that do not run now.
  void settle(RoundCalls all) {
    for (int number : all.open()) {
      if (number >= ToolLimits.MOST_IN_ROUND) {
        all.settle(number, TOO_MANY);
      } else {
        settle(all, number);
      }
    }
  }

  private void settle(RoundCalls all, int number) {
    ToolCall call = all.call(number);
    instead(call)
        .ifPresent(
            result -> {
              all.end(number, result);
              asking.keep(call, result);
            });
  }

  private Optional<ToolResult> instead(ToolCall call) {
    if (set.find(call.name()).isEmpty()) {
      return Optional.of(absent(call));
    }
    if (set.hangs(call.name())) {
      return Optional.of(HANGS);
    }
    if (set.check(call) instanceof CheckedArguments.Unfitting(String reason)) {
      return Optional.of(new ToolResult.Failure(reason));
    }
    return asking
        .instead(set, call, files)
        .or(() -> isDoneAlready(call.name()) ? Optional.of(DONE_BEFORE) : Optional.empty());
  }

  private ToolResult absent(ToolCall call) {
    Optional<ToolAccess> refused = set.access(call.name());
    refused.ifPresent(access -> asking.refused(call, access.reason()));
    return new ToolResult.Failure(
        refused
            .map(access -> "it may not be used: " + access.reason())
            .orElse("there is no tool named " + call.name()));
  }

  /// Another answer to the same question is no reason to change something twice.
  private boolean isDoneAlready(String name) {
    ToolEffect effect = set.find(name).orElseThrow().effect();
    return effect.changes() && !effect.repeatable() && journal.wasCalledBefore(name);
  }
}
