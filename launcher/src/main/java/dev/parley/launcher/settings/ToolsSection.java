package dev.parley.launcher.settings;

import dev.parley.mcp.McpServerSettings;
import dev.parley.tool.ToolLimits;
import dev.parley.tool.ToolNames;
import java.nio.file.Path;
import java.util.List;

/// What the model may do besides talk.
///
/// @param mostRounds with tool calls before the model must answer
/// @param limits how far tools may go
/// @param off which are turned off
/// @param rules who may use which
/// @param fetch what tools may ask of other machines, and pages
/// @param declared in files of their own
/// @param mcp servers whose tools may be called
public record ToolsSection(
    int mostRounds,
    ToolLimits limits,
    ToolNames off,
    ToolRulesSection rules,
    FetchSection fetch,
    DeclaredTools declared,
    List<McpServerSettings> mcp) {
  /// @param beside the settings file
  static ToolsSection read(SettingsReader reader, Path beside) {
    ToolLimits limits = ToolLimitsReader.read(reader);
    return new ToolsSection(
        reader.number("most-rounds", 1, 100),
        limits,
        OffTools.read(reader, "off"),
        ToolRulesSection.read(reader),
        FetchSection.read(reader.section("fetch")),
        DeclaredTools.read(reader, beside),
        McpSection.read(reader, limits.timeLimit()));
  }
}
