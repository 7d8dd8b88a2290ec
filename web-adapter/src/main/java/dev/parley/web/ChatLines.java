package dev.parley.web;

import dev.parley.platform.StatelessChat.Line;
import dev.parley.platform.StatelessChat.Speaker;
import java.util.ArrayList;
import java.util.List;

/// What callers of the chat API send, checked.
final class ChatLines {
  static final String HISTORY_EXAMPLE = "{\"messages\":[{\"role\":\"user\",\"content\":\"…\"}]}";
  static final String MESSAGE_EXAMPLE = "{\"message\":\"…\"}";

  private ChatLines() {}

  static List<Line> ofHistory(JsonBody body, int longest) {
    List<Line> lines = new ArrayList<>();
    for (JsonBody entry : body.objects("messages")) {
      lines.add(new Line(speaker(entry), entry.text("content", longest)));
    }
    if (lines.getLast().speaker() != Speaker.USER) {
      throw RequestProblem.bad(
          "The last message must have the role \"user\": it is the one that is answered.");
    }
    return lines;
  }

  private static Speaker speaker(JsonBody entry) {
    String role = entry.text("role", 40);
    return switch (role) {
      case "user" -> Speaker.USER;
      case "assistant" -> Speaker.ASSISTANT;
      default ->
          throw RequestProblem.bad(
              "The role \"" + role + "\" is unknown: it must be \"user\" or \"assistant\".");
    };
  }

  static List<Line> ofMessage(JsonBody body, int longest) {
    return List.of(new Line(Speaker.USER, body.text("message", longest)));
  }
}
