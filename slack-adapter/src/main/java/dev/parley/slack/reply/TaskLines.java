package dev.parley.slack.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.StepsSoFar;
import dev.parley.platform.ToolStep;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a stream shows of tools: a plan with a line for each, which Slack folds up.
final class TaskLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// In characters, of each field ("chat.appendStream", task_update chunks).
  private static final int LONGEST_FIELD = 256;

  /// Lines of one plan ("Plan block").
  private static final int MOST = 50;

  private final Map<String, ToolStep> told = new LinkedHashMap<>();

  boolean isEmpty() {
    return told.isEmpty();
  }

  /// What of these steps the stream does not show yet.
  List<ToolStep> news(List<ToolStep> all) {
    return all.stream().limit(MOST).filter(step -> !step.equals(told.get(step.id()))).toList();
  }

  /// The news as chunks.
  StreamPiece piece(List<ToolStep> news) {
    ArrayNode chunks = JSON.createArrayNode().add(plan("Using tools"));
    news.forEach(step -> chunks.add(line(step)));
    return StreamPiece.chunks(chunks);
  }

  void tell(List<ToolStep> news) {
    news.forEach(step -> told.put(step.id(), step));
  }

  /// The end of a stream that shows tools: nothing runs any more, and the text is whole.
  ///
  /// @param all steps, as they ended
  StreamPiece end(List<ToolStep> all, String rest) {
    ArrayNode chunks = JSON.createArrayNode().add(plan(StepsSoFar.summary(all)));
    news(all).forEach(step -> chunks.add(line(step)));
    if (!rest.isEmpty()) {
      chunks.addObject().put("type", "markdown_text").put("text", rest);
    }
    return StreamPiece.chunks(chunks);
  }

  private static ObjectNode plan(String title) {
    return JSON.createObjectNode().put("type", "plan_update").put("title", title);
  }

  private static ObjectNode line(ToolStep step) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("type", "task_update")
            .put("id", step.id())
            .put("title", cut(step.title()))
            .put("status", status(step));
    return step.detail().isEmpty() ? line : line.put("details", cut(step.detail()));
  }

  private static String status(ToolStep step) {
    return switch (step.state()) {
      case RUNNING -> "in_progress";
      case DONE -> "complete";
      case FAILED -> "error";
      case WAITING -> "pending";
    };
  }

  private static String cut(String field) {
    return field.length() <= LONGEST_FIELD
        ? field
        : field.substring(0, field.offsetByCodePoints(0, LONGEST_FIELD / 2)) + "…";
  }

  /// How much of a message's room they take: details were seen to count twice.
  int bytes() {
    return told.values().stream()
        .mapToInt(step -> utf8(step.title()) + 2 * utf8(step.detail()))
        .sum();
  }

  static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
