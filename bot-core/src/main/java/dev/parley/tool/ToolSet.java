package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.argument.ArgumentSchemas;
import dev.parley.argument.CheckedArguments;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tools that the model may call in one turn. They stay the same while it runs, whatever
/// becomes of their sources. They run side by side, each within a time limit.
public final class ToolSet {
  /// Where no tool may be called.
  public static final ToolSet NONE =
      new ToolSet(Map.of(), Map.of(), new ArgumentSchemas(), Duration.ofSeconds(1));

  private static final String NOBODY_THERE =
      "it needs a person's approval, and nobody can give it here";

  private final Map<String, Tool> tools;
  private final Map<String, ToolAccess> access;
  private final ArgumentSchemas schemas;
  private final Duration timeLimit;

  /// @param access of each tool, also of those that may not be used
  ToolSet(
      Map<String, Tool> tools,
      Map<String, ToolAccess> access,
      ArgumentSchemas schemas,
      Duration timeLimit) {
    this.access = Map.copyOf(access);
    this.tools =
        tools.entrySet().stream()
            .filter(tool -> kind(tool.getKey()) != ToolAccess.Kind.REFUSED)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.schemas = schemas;
    this.timeLimit = timeLimit;
  }

  /// The same tools where nobody can approve a call: those that ask first may not be used.
  public ToolSet withoutApproval() {
    Map<String, ToolAccess> narrower = new HashMap<>(access);
    narrower.replaceAll(
        (_, before) ->
            before.kind() == ToolAccess.Kind.ASKS_FIRST
                ? new ToolAccess(ToolAccess.Kind.REFUSED, NOBODY_THERE)
                : before);
    return new ToolSet(tools, narrower, schemas, timeLimit);
  }

  /// How a tool stands with whoever it would run for; empty where there is none of the name.
  public Optional<ToolAccess> access(String name) {
    return Optional.ofNullable(access.get(name));
  }

  private ToolAccess.Kind kind(String name) {
    return access(name).map(ToolAccess::kind).orElse(ToolAccess.Kind.REFUSED);
  }

  /// What the model is told of them, always in the same order.
  public List<ToolSpec> specs() {
    return tools.values().stream()
        .map(Tool::spec)
        .sorted(Comparator.comparing(ToolSpec::name))
        .toList();
  }

  /// The tool of a name; empty where there is none, or it may not be used here.
  public Optional<Tool> find(String name) {
    return Optional.ofNullable(tools.get(name));
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
                    find(call.name())
                        .map(tool -> task(tool, call, context))
                        .orElseGet(() -> unknown(call)))
            .toList());
  }

  private RunningTools.Task task(Tool tool, ToolCall call, ToolContext context) {
    return new RunningTools.Task(() -> checked(tool, call, context), tool.timeLimit(timeLimit));
  }

  private ToolResult checked(Tool tool, ToolCall call, ToolContext context) {
    return switch (schemas.check(tool.spec().parameters(), call.arguments())) {
      case CheckedArguments.Fitting(JsonNode arguments) -> tool.run(arguments, context);
      case CheckedArguments.Unfitting(String reason) -> new ToolResult.Failure(reason);
    };
  }

  private RunningTools.Task unknown(ToolCall call) {
    return new RunningTools.Task(
        () ->
            new ToolResult.Failure(
                access(call.name())
                    .map(refused -> "it may not be used: " + refused.reason())
                    .orElse("there is no tool named " + call.name())),
        timeLimit);
  }
}
