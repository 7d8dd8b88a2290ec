package dev.parley.tool;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tools that the model may call, and how they are run: side by side, each within a time limit.
public final class Toolbox {
  private static final Logger log = LoggerFactory.getLogger(Toolbox.class);

  private final Map<String, Tool> tools;
  private final Duration timeLimit;

  public Toolbox(List<Tool> tools, Duration timeLimit) {
    this.tools =
        tools.stream().collect(Collectors.toMap(tool -> tool.spec().name(), Function.identity()));
    this.timeLimit = timeLimit;
  }

  /// What the model is told of them, always in the same order.
  public List<ToolSpec> specs() {
    return tools.values().stream()
        .map(Tool::spec)
        .sorted(Comparator.comparing(ToolSpec::name))
        .toList();
  }

  /// Runs calls of one round; there is a result for each call, in the order of the calls. What goes
  /// wrong becomes a result that the model can read.
  ///
  /// @throws InterruptedException where the thread is interrupted; the running calls are, too
  public List<ToolResult> run(List<ToolCall> calls, ToolContext context)
      throws InterruptedException {
    List<Callable<ToolResult>> tasks =
        calls.stream().map(call -> (Callable<ToolResult>) () -> run(call, context)).toList();
    try (var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("tool-", 0).factory())) {
      List<Future<ToolResult>> futures =
          threads.invokeAll(tasks, timeLimit.toMillis(), TimeUnit.MILLISECONDS);
      return futures.stream().map(this::result).toList();
    }
  }

  private ToolResult run(ToolCall call, ToolContext context) {
    Tool tool = tools.get(call.name());
    return tool == null
        ? new ToolResult.Failure("there is no tool named " + call.name())
        : tool.run(call.arguments(), context);
  }

  private ToolResult result(Future<ToolResult> future) {
    try {
      return future.resultNow();
    } catch (IllegalStateException notDone) {
      return failure(future);
    }
  }

  private ToolResult failure(Future<ToolResult> future) {
    if (future.isCancelled()) {
      return new ToolResult.Failure("it took longer than " + timeLimit.toSeconds() + " s");
    }
    log.warn("a tool broke", future.exceptionNow());
    return new ToolResult.Failure("it failed for a reason of its own");
  }
}
