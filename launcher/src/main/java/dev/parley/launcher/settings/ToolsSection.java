package dev.parley.launcher.settings;

import dev.parley.tool.ToolLimits;

/// What the model may do besides talk.
///
/// @param mostRounds with tool calls before the model must answer
/// @param limits how far tools may go
/// @param rules who may use which
/// @param fetch what tools may ask of other machines, and pages
public record ToolsSection(
    int mostRounds, ToolLimits limits, ToolRulesSection rules, FetchSection fetch) {
  static ToolsSection read(SettingsReader reader) {
    return new ToolsSection(
        reader.number("most-rounds", 1, 100),
        ToolLimitsReader.read(reader),
        ToolRulesSection.read(reader),
        FetchSection.read(reader.section("fetch")));
  }
}
