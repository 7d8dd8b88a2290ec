package dev.parley.turn;

import dev.parley.identity.TenantId;
import dev.parley.platform.ToolStep;
import dev.parley.platform.ToolStep.State;
import dev.parley.tool.RunningTools;
import dev.parley.tool.ToolCall;
import dev.parley.tool.ToolCalled;
import dev.parley.tool.ToolCalled.Outcome;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells how the tool calls of one round go: each step to those who watch the answer, and each end
/// to who counts. Used by one thread.
final class ToolWatch {
  private static final String NO_DETAIL = "";

  private final ToolSet set;
  private final TenantId tenant;
  private final Audience audience;
  private final String round;
  private final List<ToolCall> calls;
  private final Map<Integer, Long> running = new LinkedHashMap<>();

  /// @param round its name, within the turn
  /// @param calls all of the round, in their order
  ToolWatch(
      ToolSet set, ToolContext context, Audience audience, String round, List<ToolCall> calls) {
    this.set = set;
    this.tenant = context.user().conversation().tenant();
    this.audience = audience;
    this.round = round;
    this.calls = calls;
  }

  /// A call has come to something without running now.
  void came(int call, ToolResult result) {
    tell(call, state(result), NO_DETAIL);
  }

  void begun(int call) {
    running.put(call, System.nanoTime());
    tell(call, State.RUNNING, NO_DETAIL);
  }

  void ended(RunningTools.Done done) {
    int call = done.call();
    running.remove(call);
    tell(call, state(done.result()), done.late() ? "took too long" : NO_DETAIL);
    count(call, outcome(done), done.took());
  }

  /// Those that run are waited for no longer.
  ///
  /// @param stopped whether that is because somebody stopped the answer; otherwise another instance
  ///     may go on with it, and tells how
  void dropped(boolean stopped) {
    running.forEach(
        (call, begun) -> {
          if (stopped) {
            tell(call, State.FAILED, "stopped");
          }
          count(call, Outcome.CANCELLED, Duration.ofNanos(System.nanoTime() - begun));
        });
    running.clear();
  }

  private void tell(int call, State state, String detail) {
    audience.step(new ToolStep(round + "-" + call, set.title(calls.get(call)), state, detail));
  }

  private void count(int call, Outcome outcome, Duration took) {
    set.ended(tenant, new ToolCalled(calls.get(call).name(), outcome, took));
  }

  private static State state(ToolResult result) {
    return switch (result) {
      case ToolResult.Success _ -> State.DONE;
      case ToolResult.Failure _, ToolResult.Unknown _ -> State.FAILED;
      case ToolResult.Waiting _ -> State.WAITING;
    };
  }

  private static Outcome outcome(RunningTools.Done done) {
    return switch (done.result()) {
      case ToolResult.Success _ -> Outcome.SUCCESS;
      case ToolResult.Failure _, ToolResult.Unknown _, ToolResult.Waiting _ ->
          done.late() ? Outcome.TIMEOUT : Outcome.FAILURE;
    };
  }
}
