package dev.parley.turn;

import dev.parley.tool.RunningTools;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Runs those calls of a round that are open: side by side as far as there is room, each noted
/// before it begins, where it is not to begin twice, and as soon as it ends. Used by one thread.
final class RoundRun {
  private static final String OUT_OF_TIME =
      "it was not run: the time for the tools of this answer is used up";
  private static final String NOT_BEGUN = "it was not run: stop was pressed";
  static final String STOPPED = "stop was pressed while it ran";

  private final RoundCalls calls;
  private final RunningTools running;
  private final ToolWatch watch;
  private final Asking asking;
  private final Cancellation cancellation;

  RoundRun(
      RoundCalls calls,
      RunningTools running,
      ToolWatch watch,
      Asking asking,
      Cancellation cancellation) {
    this.calls = calls;
    this.running = running;
    this.watch = watch;
    this.asking = asking;
    this.cancellation = cancellation;
  }

  /// Returns when all calls have results; where the asker presses stop, that is soon.
  ///
  /// @throws TurnCancelledException where the turn is lost, or this instance goes down
  void run() {
    Deque<Integer> waiting = new ArrayDeque<>(calls.open());
    try {
      while (!waiting.isEmpty() || running.hasNext()) {
        if (!waiting.isEmpty() && running.hasRoom()) {
          begin(waiting.remove());
        } else {
          end(cancellation.interruptibly(running::next));
        }
      }
    } catch (TurnCancelledException cancelled) {
      endEarly(cancelled);
    }
  }

  private void begin(int call) {
    cancellation.check();
    if (!running.left().isPositive()) {
      calls.end(call, new ToolResult.Failure(OUT_OF_TIME));
      return;
    }
    Tool tool = calls.tool(call).orElseThrow();
    calls.begin(call);
    cancellation.check();
    running.start(call, tool, calls.call(call));
    watch.begun(call);
  }

  private void end(RunningTools.Done done) {
    end(done.call(), done.result());
    watch.ended(done);
  }

  private void end(int call, ToolResult result) {
    if (calls.tool(call).orElseThrow().effect().changes()) {
      asking.ran(calls.call(call), result);
    }
    calls.end(call, result);
  }

  /// What is done is noted all the same, also for another owner.
  private void endEarly(TurnCancelledException cancelled) {
    if (cancelled.why() == Cancellation.Cause.LOST) {
      watch.dropped(false);
      throw cancelled;
    }
    Set<Integer> begun = running.calls();
    running.end().forEach(this::end);
    watch.dropped(cancelled.why() == Cancellation.Cause.STOPPED);
    if (cancelled.why() != Cancellation.Cause.STOPPED) {
      throw cancelled;
    }
    for (int call : calls.open()) {
      if (begun.contains(call)) {
        end(call, stopped(call));
      } else {
        calls.end(call, new ToolResult.Failure(NOT_BEGUN));
      }
    }
  }

  private ToolResult stopped(int call) {
    return ToolResult.brokenOff(calls.tool(call).orElseThrow().effect(), STOPPED);
  }
}
