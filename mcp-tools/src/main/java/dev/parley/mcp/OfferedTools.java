package dev.parley.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.tool.AbsentTool;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools of a server that are used, with limits: all of them go into each prompt.
///
/// @param leftOut what is not used though it could be expected
record OfferedTools(List<Tool> tools, List<AbsentTool> leftOut) {
  private static final int MOST = 100;
  private static final int LONGEST_DESCRIPTION = 1_024;

  OfferedTools {
    tools = List.copyOf(tools);
    leftOut = List.copyOf(leftOut);
  }

  /// @param listed as the protocol has them ("Tools", "Listing Tools")
  static OfferedTools of(McpServer server, List<JsonNode> listed, AnswerReader reader) {
    McpServerSettings settings = server.settings();
    Map<String, Tool> tools = new LinkedHashMap<>();
    List<AbsentTool> leftOut = new ArrayList<>();
    for (JsonNode tool : listed) {
      String ownName = tool.path("name").asText("");
      String name = ToolName.of(settings.name(), ownName);
      if (ownName.isEmpty() || !settings.uses(ownName) || tools.containsKey(name)) {
        continue;
      }
      Optional<JsonNode> schema = InputSchema.of(tool.path("inputSchema"));
      if (tools.size() >= MOST) {
        leftOut.add(
            new AbsentTool(
                name, "Of one MCP server, %d tools are used at most; block some.".formatted(MOST)));
      } else if (schema.isEmpty()) {
        leftOut.add(new AbsentTool(name, "What it wants to be told is too much for a prompt."));
      } else {
        ToolSpec spec = new ToolSpec(name, description(tool), schema.get());
        tools.put(name, new McpTool(server, ownName, spec, effect(settings, tool), reader));
      }
    }
    leftOut.addAll(missing(settings, listed));
    return new OfferedTools(List.copyOf(tools.values()), leftOut);
  }

  private static ToolEffect effect(McpServerSettings settings, JsonNode tool) {
    JsonNode hints = tool.path("annotations");
    return settings.effect(
        tool.path("name").asText(),
        hints.path("readOnlyHint").asBoolean(),
        hints.path("idempotentHint").asBoolean());
  }

  private static String description(JsonNode tool) {
    String text = tool.path("description").asText(tool.path("title").asText(""));
    return ForeignText.cut(ForeignText.visible(text).strip(), LONGEST_DESCRIPTION);
  }

  private static List<AbsentTool> missing(McpServerSettings settings, List<JsonNode> listed) {
    List<String> names = listed.stream().map(tool -> tool.path("name").asText("")).toList();
    return settings.allowed().stream()
        .filter(pattern -> pattern.isExact() && !names.contains(pattern.text()))
        .map(
            pattern ->
                new AbsentTool(
                    ToolName.of(settings.name(), pattern.text()),
                    "The server `%s` has no such tool.".formatted(settings.name())))
        .toList();
  }
}
