package dev.parley.launcher.settings;

import dev.parley.calculator.CalculateTool;
import dev.parley.chart.MakeChartTool;
import dev.parley.illustration.MakePictureTool;
import dev.parley.page.FetchPageTool;
import dev.parley.recall.ReadRecentMessagesTool;
import dev.parley.recall.SearchConversationTool;
import dev.parley.tool.CurrentTimeTool;
import dev.parley.tool.NamePattern;
import dev.parley.tool.ToolNames;
import java.util.List;
import java.util.Optional;

/// Which tools are turned off, by their names or by patterns.
final class OffTools {
  /// Those that are built in; others come from files and servers, and are not known here.
  private static final List<String> BUILT_IN =
      List.of(
          CalculateTool.NAME,
          CurrentTimeTool.NAME,
          FetchPageTool.NAME,
          MakeChartTool.NAME,
          MakePictureTool.NAME,
          ReadRecentMessagesTool.NAME,
          SearchConversationTool.NAME);

  /// So far from a built-in name is a slip of the hand.
  private static final int SLIP = 2;

  private OffTools() {}

  static ToolNames read(SettingsReader reader, String key) {
    List<String> names = reader.list(key);
    for (String name : names) {
      if (!NamePattern.isOne(name)) {
        reader.mistake(
            key,
            "has \"%s\", which is neither a tool's name nor a pattern such as github__*"
                .formatted(name));
      } else {
        meant(name)
            .ifPresent(
                near ->
                    reader.mistake(
                        key, "has %s, which is no tool; did you mean %s?".formatted(name, near)));
      }
    }
    return new ToolNames(names.stream().filter(NamePattern::isOne).map(NamePattern::new).toList());
  }

  /// A pattern means what it says, though it be near to a name.
  private static Optional<String> meant(String name) {
    return BUILT_IN.contains(name) || name.contains("*")
        ? Optional.empty()
        : BUILT_IN.stream().filter(known -> UnknownKeys.edits(name, known) <= SLIP).findFirst();
  }
}
