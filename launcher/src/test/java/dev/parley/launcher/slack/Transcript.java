package dev.parley.launcher.slack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testkit.slack.Delivery;
import dev.parley.testkit.slack.EphemeralMessage;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import dev.parley.testkit.slack.SlackWorkspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What people did in Slack, and what they saw of the bot then, line by line.
final class Transcript {
  private static final int EXCERPT = 60;

  private final SlackWorkspace workspace;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  Transcript(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  /// Notes a message, and what the bot says beneath it.
  ///
  /// @param replies how many there will be
  void said(String what, SaidMessage message, int replies) {
    lines.add("> " + what);
    message.awaitDelivered(SlackScenario.LIMIT);
    await()
        .atMost(SlackScenario.LIMIT)
        .until(
            () ->
                message.replies().size() == replies
                    && message.replies().stream().allMatch(ShownMessage::finished));
    message.replies().forEach(reply -> lines.add("< beneath it: " + shown(reply)));
    if (replies == 0) {
      lines.add("< nothing");
    }
  }

  /// Notes something that was pressed or typed, and what the person alone sees then.
  ///
  /// @param ephemerals how many messages they alone see in the channel by then
  void did(String what, Delivery gesture, SlackPerson person, String channel, int ephemerals) {
    lines.add("> " + what);
    gesture.await(SlackScenario.LIMIT);
    await()
        .atMost(SlackScenario.LIMIT)
        .until(() -> workspace.ephemerals(channel, person).size() == ephemerals);
    if (ephemerals > seen.getOrDefault(channel + person.id(), 0)) {
      seen.put(channel + person.id(), ephemerals);
      EphemeralMessage told = workspace.ephemerals(channel, person).getLast();
      lines.add("< for them alone: " + excerpt(told.text()));
    }
  }

  void note(String line) {
    lines.add("< " + line);
  }

  static String shown(ShownMessage message) {
    TreeSet<String> buttons = new TreeSet<>();
    collect(message.wire().path("blocks"), buttons);
    return excerpt(message.text()) + (buttons.isEmpty() ? "" : " " + buttons);
  }

  static void collect(JsonNode node, TreeSet<String> buttons) {
    if (node.has("action_id")) {
      buttons.add(node.path("action_id").asText());
    }
    node.forEach(child -> collect(child, buttons));
  }

  static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
