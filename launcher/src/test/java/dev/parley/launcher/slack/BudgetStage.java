package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.EphemeralMessage;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import dev.parley.testkit.slack.SlackPerson.Standing;
import java.io.IOException;
import java.util.List;

/// What scenarios about limits share: each person may ask a few questions a day.
abstract class BudgetStage extends SlackScenario {
  static final int MOST = 5;

  final SlackPerson bob = workspace.person("Bob");
  final SlackPerson admin = workspace.outsider("Mia", Standing.ADMIN);
  final String admins = workspace.privateChannel("admins");

  /// A bot that lets each person ask so many questions, all of whose answers are short.
  final BotProcess limited() throws IOException {
    return overHttp(
        """
        quotas:
          rules: ["each user: %d requests per day", "workspace: $50 per month"]
        demo: {words-per-second: 0}
        """
            .formatted(MOST));
  }

  final ShownMessage asks(SlackPerson person, int number) {
    SaidMessage question = person.says(channel, mention("Say hello " + number));
    return answered(question);
  }

  final void spendsAll(SlackPerson person) {
    for (int number = 1; number <= MOST; number++) {
      assertThat(asks(person, number).text()).startsWith("hello " + number);
    }
  }

  /// What a command of the bot's says to whoever typed it, in private.
  final String typed(SlackPerson person, String where, String line) {
    return privately(person, where, () -> types(person, where, line)).text();
  }

  /// Types again what a busy machine was too slow to take.
  private static void types(SlackPerson person, String where, String line) {
    await().atMost(LIMIT).until(() -> person.commands(where, "/parley", line).await(LIMIT));
  }

  /// The only private message that somebody is told by what they do.
  final EphemeralMessage privately(SlackPerson person, String where, Runnable deed) {
    int before = workspace.ephemerals(where, person).size();
    deed.run();
    await().atMost(LIMIT).until(() -> workspace.ephemerals(where, person).size() > before);
    return workspace.ephemerals(where, person).getLast();
  }

  /// The messages in a place, once there are so many.
  final List<ShownMessage> messages(String where, int count) {
    await().atMost(LIMIT).until(() -> workspace.messages(where).size() >= count);
    assertThat(workspace.messages(where)).hasSize(count);
    return workspace.messages(where);
  }

  /// What somebody was told in their direct messages, once it is so much.
  final List<String> told(SlackPerson person, int count) {
    return messages(workspace.dm(person), count).stream().map(ShownMessage::text).toList();
  }

  static List<String> labels(JsonNode wire) {
    return wire.path("blocks").findParents("action_id").stream()
        .filter(button -> button.path("action_id").asText().startsWith("parley_run_"))
        .map(button -> button.path("text").path("text").asText())
        .toList();
  }

  /// The first button with this label, as it is pressed.
  static String action(JsonNode wire, String label) {
    return wire.path("blocks").findParents("action_id").stream()
        .filter(button -> button.path("text").path("text").asText().startsWith(label))
        .map(button -> button.path("action_id").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " in " + wire));
  }

  final void presses(SlackPerson person, ShownMessage message, String label) {
    String action = action(message.wire(), label);
    person.presses(message.channel(), message.ts(), action).await(LIMIT);
  }
}
