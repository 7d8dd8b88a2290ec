package dev.parley.tool;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All tools that there are, of all sources.
public final class Toolbox {
  private final List<ToolSource> sources;
  private final Duration timeLimit;

  /// @param sources where two offer a tool of one name, the earlier one's counts
  /// @param timeLimit for each tool that needs no other one
  public Toolbox(List<ToolSource> sources, Duration timeLimit) {
    this.sources = List.copyOf(sources);
    this.timeLimit = timeLimit;
  }

  /// The tools for one turn, as they are now.
  public ToolSet open(ToolUser user) {
    Map<String, Tool> tools = new HashMap<>();
    sources.stream()
        .flatMap(source -> source.tools().stream())
        .forEach(tool -> tools.putIfAbsent(tool.spec().name(), tool));
    return new ToolSet(tools, timeLimit);
  }

  /// What could be there, and why it is not.
  public List<AbsentTool> absent() {
    return sources.stream().flatMap(source -> source.absent().stream()).toList();
  }
}
