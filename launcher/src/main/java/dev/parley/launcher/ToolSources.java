package dev.parley.launcher;

import dev.parley.calculator.CalculateTool;
import dev.parley.chart.ChartSettings;
import dev.parley.chart.MakeChartTool;
import dev.parley.conversation.ConversationStore;
import dev.parley.engine.RefusalWording;
import dev.parley.httptool.HttpTools;
import dev.parley.illustration.Illustrator;
import dev.parley.illustration.MakePictureTool;
import dev.parley.launcher.settings.DeclaredTools;
import dev.parley.launcher.settings.Settings;
import dev.parley.mcp.McpToolSource;
import dev.parley.platform.RecentMessages;
import dev.parley.recall.ReadRecentMessagesTool;
import dev.parley.recall.SearchConversationTool;
import dev.parley.tool.CurrentTimeTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Where the tools come from.
final class ToolSources {
  /// A picture has some 1,200 tokens, and what the model thinks about it as many again; what is
  /// held back for more than that would only be missing elsewhere.
  private static final int MOST_PICTURE_TOKENS = 4_096;

  private ToolSources() {}

  /// What needs no platform.
  static List<ToolSource> anywhere(
      Settings settings, ModelChoice model, FetchParts fetch, Lifetime lifetime, Clock clock) {
    DeclaredTools declared = settings.tools().declared();
    List<ToolSource> sources =
        new ArrayList<>(
            List.of(
                ToolSource.of(shipped(model, fetch, clock)),
                new HttpTools(declared.tools(), declared.absent(), fetch.fetcher(), clock)));
    if (!settings.tools().mcp().isEmpty()) {
      sources.add(mcp(settings, lifetime, clock));
    }
    return sources;
  }

  private static List<Tool> shipped(ModelChoice model, FetchParts fetch, Clock clock) {
    List<Tool> tools =
        new ArrayList<>(
            List.of(
                new CurrentTimeTool(clock),
                new CalculateTool(),
                new MakeChartTool(ChartSettings.DEFAULT)));
    model
        .pictures()
        .map(id -> new Illustrator(model.model(), id, MOST_PICTURE_TOKENS))
        .map(illustrator -> new MakePictureTool(illustrator, RefusalWording::plain))
        .ifPresent(tools::add);
    fetch.pages().ifPresent(tools::add);
    return tools;
  }

  /// What looks into the conversations of platforms.
  static ToolSource inConversations(
      RecentMessages messages, ConversationStore conversations, Clock clock) {
    return ToolSource.of(
        List.of(
            new ReadRecentMessagesTool(messages, clock),
            new SearchConversationTool(conversations, messages::knows)));
  }

  private static ToolSource mcp(Settings settings, Lifetime lifetime, Clock clock) {
    return lifetime.holds(
        "the tools of MCP servers",
        McpToolSource.begin(settings.tools().mcp(), settings.attachments().pictures(), clock));
  }
}
