package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/// What one call puts into a stream, checked as Slack checks it.
///
/// @param text that it says
/// @param tasks lines that are new or changed
/// @param plan the new title of the plan; empty where it stays
record StreamChunks(String text, List<ShownTask> tasks, String plan) {
  /// "chat.appendStream": characters of each field.
  private static final int LONGEST_FIELD = 256;

  static StreamChunks of(ApiCall call) {
    String markdown = call.text("markdown_text");
    ArrayNode chunks = call.list("chunks", "invalid_chunks");
    if (!markdown.isEmpty() && !chunks.isEmpty()) {
      throw new SlackRefusedException("cannot_provide_both_markdown_text_and_chunks");
    }
    StringBuilder text = new StringBuilder(markdown);
    List<ShownTask> tasks = new ArrayList<>();
    String plan = "";
    for (JsonNode chunk : chunks) {
      switch (chunk.path("type").asText("")) {
        case "markdown_text" -> text.append(chunk.path("text").asText(""));
        case "task_update" -> tasks.add(task(chunk));
        case "plan_update" -> plan = field(chunk, "title", true);
        case "blocks" -> BlockRules.checkMessage((ArrayNode) chunk.withArray("blocks"));
        default -> throw new SlackRefusedException("invalid_chunks");
      }
    }
    return new StreamChunks(text.toString(), tasks, plan);
  }

  private static ShownTask task(JsonNode chunk) {
    String status = field(chunk, "status", true);
    switch (status) {
      case "pending", "in_progress", "complete", "error" -> {}
      default -> throw new SlackRefusedException("invalid_chunks");
    }
    field(chunk, "output", false);
    return new ShownTask(
        field(chunk, "id", true),
        field(chunk, "title", true),
        status,
        field(chunk, "details", false));
  }

  private static String field(JsonNode chunk, String name, boolean needed) {
    String value = chunk.path(name).asText("");
    if (value.length() > LONGEST_FIELD || (needed && value.isEmpty())) {
      throw new SlackRefusedException("invalid_chunks");
    }
    return value;
  }
}
