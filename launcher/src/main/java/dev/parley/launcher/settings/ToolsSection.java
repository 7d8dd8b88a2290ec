package dev.parley.launcher.settings;

import java.time.Duration;

/// What the model may do besides talk.
///
/// @param mostRounds with tool calls before the model must answer
/// @param timeLimit for one call
/// @param rules who may use which
public record ToolsSection(int mostRounds, Duration timeLimit, ToolRulesSection rules) {
  static ToolsSection read(SettingsReader reader) {
    return new ToolsSection(
        reader.number("most-rounds", 1, 100),
        reader.time("time-limit", Duration.ofMillis(100), Duration.ofMinutes(10)),
        ToolRulesSection.read(reader));
  }
}
