package dev.parley.tool;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The tools that the model may call, and how they are run: side by side, each within a time limit.
public final class Toolbox {
  private final Map<String, Tool> tools;
  private final Duration timeLimit;

  /// @param timeLimit for each tool that needs no other one
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

  /// What people read that the bot is at while these calls run.
  public String doing(List<ToolCall> calls) {
    List<String> names = calls.stream().map(ToolCall::name).distinct().toList();
    return names.size() == 1 && tools.containsKey(names.getFirst())
        ? tools.get(names.getFirst()).doing()
        : names.stream().collect(Collectors.joining(", ", "Using ", "…"));
  }

  /// Begins to run calls of one round. What goes wrong becomes a result that the model can read.
  public RunningTools start(List<ToolCall> calls, ToolContext context) {
    return new RunningTools(
        calls.stream()
            .map(
                call ->
                    Optional.ofNullable(tools.get(call.name()))
                        .map(tool -> task(tool, call, context))
                        .orElseGet(() -> unknown(call)))
            .toList());
  }

  private RunningTools.Task task(Tool tool, ToolCall call, ToolContext context) {
    return new RunningTools.Task(
        () -> tool.run(call.arguments(), context), tool.timeLimit(timeLimit));
  }

  private RunningTools.Task unknown(ToolCall call) {
    return new RunningTools.Task(
        () -> new ToolResult.Failure("there is no tool named " + call.name()), timeLimit);
  }
}
