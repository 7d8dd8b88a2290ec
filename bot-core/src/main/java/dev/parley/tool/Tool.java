package dev.parley.tool;

import com.fasterxml.jackson.databind.JsonNode;

/// Something that the model may do besides talk.
public interface Tool {
  ToolSpec spec();

  /// Runs the tool. Blocking; ends early when the thread is interrupted.
  ToolResult run(JsonNode arguments, ToolContext context);
}
