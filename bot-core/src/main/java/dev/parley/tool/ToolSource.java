package dev.parley.tool;

import java.util.List;

/// Where tools come from. What it offers may change while the bot runs. Safe for use by many
/// threads at once, and never blocks.
public interface ToolSource {
  /// What can be called now.
  List<Tool> tools();

  /// What could be there, and why it is not.
  default List<AbsentTool> absent() {
    return List.of();
  }

  /// A source of tools that are always there.
  static ToolSource of(List<Tool> tools) {
    List<Tool> all = List.copyOf(tools);
    return () -> all;
  }
}
