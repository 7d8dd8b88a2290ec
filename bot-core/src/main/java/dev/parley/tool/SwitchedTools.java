package dev.parley.tool;

import java.util.List;
import java.util.stream.Stream;

/// A source without those tools that are turned off.
public final class SwitchedTools implements ToolSource {
  private static final String OFF = "It is turned off in the settings (tools.off).";

  private final ToolSource source;
  private final ToolNames off;

  public SwitchedTools(ToolSource source, ToolNames off) {
    this.source = source;
    this.off = off;
  }

  @Override
  public List<Tool> tools() {
    return source.tools().stream().filter(tool -> !off.contain(tool.spec().name())).toList();
  }

  @Override
  public List<AbsentTool> absent() {
    return Stream.concat(
            source.absent().stream(),
            source.tools().stream()
                .map(tool -> tool.spec().name())
                .filter(off::contain)
                .map(name -> new AbsentTool(name, OFF)))
        .toList();
  }
}
