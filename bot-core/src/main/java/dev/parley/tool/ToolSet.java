package dev.parley.tool;

import dev.parley.argument.ArgumentSchemas;
import dev.parley.argument.CheckedArguments;
import dev.parley.identity.TenantId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tools that the model may call in one turn. They stay the same while it runs, whatever
/// becomes of their sources. They run side by side, within limits.
public final class ToolSet {
  /// Where no tool may be called.
  public static final ToolSet NONE =
      new ToolSet(
          Map.of(),
          Map.of(),
          new ArgumentSchemas(),
          ToolLimits.DEFAULTS,
          new HangingCalls(),
          ToolListener.NONE);

  private static final String QUOTING =
      "it changes something, and documents of others were read for the answer";
  private static final String NOBODY_THERE =
      "it needs a person's approval, and nobody can give it here";

  private final Map<String, Tool> tools;
  private final Map<String, ToolAccess> access;
  private final ArgumentSchemas schemas;
  private final ToolLimits limits;
  private final HangingCalls hanging;
  private final ToolListener listener;

  /// @param access of each tool, also of those that may not be used
  ToolSet(
      Map<String, Tool> tools,
      Map<String, ToolAccess> access,
      ArgumentSchemas schemas,
      ToolLimits limits,
      HangingCalls hanging,
      ToolListener listener) {
    this.access = Map.copyOf(access);
    this.tools =
        tools.entrySet().stream()
            .filter(tool -> kind(tool.getKey()) != ToolAccess.Kind.REFUSED)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.schemas = schemas;
    this.limits = limits;
    this.hanging = hanging;
    this.listener = listener;
  }

  /// The same tools where nobody can approve a call: those that ask first may not be used.
  public ToolSet withoutApproval() {
    Map<String, ToolAccess> narrower = new HashMap<>(access);
    narrower.replaceAll(
        (_, before) ->
            before.kind() == ToolAccess.Kind.ASKS_FIRST
                ? new ToolAccess(ToolAccess.Kind.REFUSED, NOBODY_THERE)
                : before);
    return new ToolSet(tools, narrower, schemas, limits, hanging, listener);
  }

  /// The same tools where what others wrote may speak through the model: all that change something
  /// ask first, whatever the rules say.
  public ToolSet askingForChanges() {
    Map<String, ToolAccess> narrower = new HashMap<>(access);
    tools.values().stream()
        .filter(tool -> tool.effect().changes())
        .map(tool -> tool.spec().name())
        .filter(name -> kind(name) == ToolAccess.Kind.ALLOWED)
        .forEach(name -> narrower.put(name, new ToolAccess(ToolAccess.Kind.ASKS_FIRST, QUOTING)));
    return new ToolSet(tools, narrower, schemas, limits, hanging, listener);
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

  /// Whether a call can be run again where nobody knows whether it ran. A tool that is not there
  /// now may be there for the turn's next owner, and may change something: so it does not count
  /// as one.
  public boolean isRepeatable(String name) {
    return find(name).filter(tool -> tool.effect().repeatable()).isPresent();
  }

  /// What people read that the bot is at while these calls run.
  public String doing(List<ToolCall> calls) {
    List<String> names = calls.stream().map(ToolCall::name).distinct().toList();
    return names.size() == 1 && tools.containsKey(names.getFirst())
        ? tools.get(names.getFirst()).doing()
        : names.stream().collect(Collectors.joining(", ", "Using ", "…"));
  }

  /// What people read of a call.
  public String title(ToolCall call) {
    return CallTitle.shown(
        find(call.name())
            .map(tool -> tool.title(call.arguments()))
            .orElseGet(() -> CallTitle.of(call.name(), call.arguments())));
  }

  /// Tells whoever counts how a call went; one of a tool that there is not is not counted.
  public void ended(TenantId tenant, ToolCalled call) {
    if (tools.containsKey(call.tool())) {
      listener.called(tenant, call);
    }
  }

  /// How far they may go.
  public ToolLimits limits() {
    return limits;
  }

  /// The arguments of a call as its tool takes them, or what is wrong with them.
  public CheckedArguments check(ToolCall call) {
    return find(call.name())
        .map(tool -> schemas.check(tool.spec().parameters(), call.arguments()))
        .orElseGet(() -> new CheckedArguments.Fitting(call.arguments()));
  }

  /// Whether so many calls of a tool hang that no more may begin.
  public boolean hangs(String name) {
    return hanging.tooMany(name);
  }

  /// Runs calls of one round.
  ///
  /// @param calls that the round has
  /// @param left of the time that all calls of the turn may take together
  public RunningTools running(ToolContext context, int calls, Duration left) {
    return new RunningTools(context, limits, calls, left, hanging);
  }
}
