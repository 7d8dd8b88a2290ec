package dev.parley.testkit.slack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a streamed message shows of tools, within the room that Slack was seen to leave for it.
final class StreamTasks {
  /// "Plan block".
  private static final int MOST = 50;

  /// In bytes, once there is text beside the lines; details count twice.
  private static final int ROOM = 10_600;

  private final Map<String, ShownTask> lines = new LinkedHashMap<>();
  private String plan = "";

  /// @param text of the message, with what comes now
  void take(StreamChunks chunks, String text) {
    Map<String, ShownTask> after = new LinkedHashMap<>(lines);
    chunks.tasks().forEach(task -> after.put(task.id(), task));
    int size = after.values().stream().mapToInt(StreamTasks::size).sum() + bytes(text);
    if (after.size() > MOST) {
      throw new SlackRefusedException("invalid_chunks");
    }
    if (!after.isEmpty() && !text.isEmpty() && size > ROOM) {
      throw new SlackRefusedException("msg_too_long");
    }
    lines.putAll(after);
    plan = chunks.plan().isEmpty() ? plan : chunks.plan();
  }

  private static int size(ShownTask task) {
    return bytes(task.title()) + 2 * bytes(task.details());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  void clear() {
    lines.clear();
    plan = "";
  }

  List<ShownTask> lines() {
    return List.copyOf(lines.values());
  }

  String plan() {
    return plan;
  }
}
