package dev.parley.tool;

import java.util.List;

/// Names of tools, by patterns.
public record ToolNames(List<NamePattern> patterns) {
  /// None at all.
  public static final ToolNames NONE = new ToolNames(List.of());

  public ToolNames {
    patterns = List.copyOf(patterns);
  }

  public boolean contain(String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }
}
