package dev.parley.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mcp.wire.CallOutcome;
import dev.parley.tool.Tool;
import dev.parley.tool.ToolContext;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import java.time.Duration;

/// A tool of an MCP server.
final class McpTool implements Tool {
  private static final int LONGEST_FAILURE = 2_000;

  private final McpServer server;
  private final String ownName;
  private final ToolSpec spec;
  private final ToolEffect effect;
  private final AnswerReader reader;

  /// @param ownName what its server calls it
  McpTool(McpServer server, String ownName, ToolSpec spec, ToolEffect effect, AnswerReader reader) {
    this.server = server;
    this.ownName = ownName;
    this.spec = spec;
    this.effect = effect;
    this.reader = reader;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public ToolEffect effect() {
    return effect;
  }

  @Override
  public Duration timeLimit(Duration usual) {
    return server.settings().timeLimit();
  }

  @Override
  public String doing() {
    return "Asking " + server.settings().name() + "…";
  }

  @Override
  public ToolResult run(JsonNode arguments, ToolContext context) {
    return switch (server.call(ownName, arguments)) {
      case CallOutcome.Answered(JsonNode result) ->
          reader.read(result, ToolName.stem(ownName), context.files());
      case CallOutcome.Refused(String message) -> failure("refuses the call: " + message);
      case CallOutcome.NotMade(String reason, _) -> failure(reason + "; nothing was done");
      case CallOutcome.Unanswered(String reason) ->
          failure(reason + "; nobody knows whether it has done something");
    };
  }

  private ToolResult failure(String what) {
    String sentence = "the MCP server " + server.settings().name() + " " + what;
    return new ToolResult.Failure(
        ForeignText.cut(reader.hidden(ForeignText.visible(sentence)), LONGEST_FAILURE));
  }
}
