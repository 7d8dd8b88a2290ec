package dev.parley.tool;

import dev.parley.argument.ArgumentSchemas;
import dev.parley.argument.SchemaReading;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All tools that there are, of all sources.
public final class Toolbox {
  private final List<ToolSource> sources;
  private final ToolLimits limits;
  private final ToolPolicy policy;
  private final ToolListener listener;
  private final ArgumentSchemas schemas = new ArgumentSchemas();
  private final HangingCalls hanging = new HangingCalls();

  /// Tools that everybody may use.
  ///
  /// @param sources where two offer a tool of one name, the earlier one's counts
  /// @param timeLimit for each tool that needs no other one; the other limits are the defaults
  public Toolbox(List<ToolSource> sources, Duration timeLimit) {
    this(sources, ToolLimits.DEFAULTS.with(timeLimit), ToolPolicy.DEFAULT, ToolListener.NONE);
  }

  /// @param sources where two offer a tool of one name, the earlier one's counts
  /// @param listener hears how each call went
  public Toolbox(
      List<ToolSource> sources, ToolLimits limits, ToolPolicy policy, ToolListener listener) {
    this.sources = List.copyOf(sources);
    this.limits = limits;
    this.policy = policy;
    this.listener = listener;
  }

  /// The tools for one turn, as they are now.
  public ToolSet open(ToolUser user) {
    Map<String, Tool> tools = tools();
    tools.values().removeIf(tool -> !tool.suits(user));
    Map<String, ToolAccess> access = new HashMap<>();
    tools.forEach((name, tool) -> access.put(name, access(tool, user)));
    return new ToolSet(tools, access, schemas, limits, hanging, listener);
  }

  private Map<String, Tool> tools() {
    Map<String, Tool> tools = new HashMap<>();
    sources.stream()
        .flatMap(source -> source.tools().stream())
        .filter(tool -> schemas.read(tool.spec().parameters()) instanceof SchemaReading.Usable)
        .forEach(tool -> tools.putIfAbsent(tool.spec().name(), tool));
    return tools;
  }

  /// All that there are now, whoever may use them, by name.
  public List<Tool> all() {
    return tools().values().stream()
        .sorted(Comparator.comparing(tool -> tool.spec().name()))
        .toList();
  }

  /// How a tool stands with somebody.
  public ToolAccess access(Tool tool, ToolUser user) {
    return policy.access(tool.spec().name(), tool.effect(), user);
  }

  /// The same tools without those that change something or need a conversation: for callers that
  /// keep it themselves and cannot be asked.
  public Toolbox forCallers() {
    return new Toolbox(
        sources.stream().map(Toolbox::forCallers).toList(), limits, policy, listener);
  }

  private static ToolSource forCallers(ToolSource source) {
    return () ->
        source.tools().stream()
            .filter(tool -> !tool.effect().changes() && !tool.needsConversation())
            .toList();
  }

  /// What could be there, and why it is not.
  public List<AbsentTool> absent() {
    return Stream.concat(
            sources.stream().flatMap(source -> source.absent().stream()),
            sources.stream().flatMap(source -> source.tools().stream()).flatMap(this::broken))
        .toList();
  }

  private Stream<AbsentTool> broken(Tool tool) {
    return switch (schemas.read(tool.spec().parameters())) {
      case SchemaReading.Usable _ -> Stream.of();
      case SchemaReading.Broken(String problem) ->
          Stream.of(
              new AbsentTool(tool.spec().name(), "The JSON Schema of its arguments " + problem));
    };
  }
}
