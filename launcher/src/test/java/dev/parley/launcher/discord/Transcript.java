package dev.parley.launcher.discord;

import static org.awaitility.Awaitility.await;

import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.Interaction;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownButton;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.discord.ShownModal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What people did in Discord, and what they saw of the bot then, line by line.
final class Transcript {
  private static final int EXCERPT = 60;

  private final List<String> lines = new ArrayList<>();

  /// Notes a message that is answered by a reply.
  void said(String what, SaidMessage message) {
    lines.add("> " + what);
    ShownMessage reply = DiscordScenario.answered(message);
    lines.add("< in reply: " + shown(reply));
  }

  /// Notes messages that are for nobody, and one after them that is answered.
  void ignored(String what, SaidMessage message, SaidMessage marker) {
    lines.add("> " + what);
    DiscordScenario.answered(marker);
    message.replies().forEach(reply -> lines.add("< in reply: " + shown(reply)));
    if (message.replies().isEmpty()) {
      lines.add("< nothing");
    }
  }

  /// Notes a command or a sent dialog, and its answer.
  ShownMessage did(String what, Interaction gesture) {
    lines.add("> " + what);
    ShownMessage answer = DiscordScenario.answered(gesture);
    lines.add((answer.ephemeral() ? "< for them alone: " : "< for all: ") + shown(answer));
    return answer;
  }

  /// Notes a press on a button, or a command, and what whoever gave it is told alone.
  void pressed(String what, Interaction press) {
    lines.add("> " + what);
    await().atMost(DiscordScenario.LIMIT).until(() -> !press.followUps().isEmpty());
    press.followUps().forEach(told -> lines.add("< for them alone: " + shown(told)));
  }

  /// Notes what opens a dialog.
  ShownModal opened(String what, Interaction gesture) {
    lines.add("> " + what);
    ShownModal modal = gesture.awaitModal(DiscordScenario.LIMIT);
    lines.add(
        "< a dialog: "
            + modal.title()
            + " "
            + modal.fields().stream().map(ShownModal.Field::label).toList());
    return modal;
  }

  /// Notes what is offered while somebody types.
  void offered(String what, Interaction typing) {
    lines.add("> " + what);
    lines.add(
        "< offered: "
            + typing.awaitChoices(DiscordScenario.LIMIT).stream()
                .map(Interaction.Choice::name)
                .toList());
  }

  /// Notes all that the bot has said in a channel.
  void heard(String what, DiscordChannel channel, int count) {
    lines.add("> " + what);
    DiscordScenario.answers(channel, count)
        .forEach(message -> lines.add("< there: " + shown(message)));
  }

  void did(String what, String outcome) {
    lines.add("> " + what);
    lines.add("< " + outcome);
  }

  private static String shown(ShownMessage message) {
    String files =
        message.files().stream()
            .map(file -> " {" + file.name() + "}")
            .collect(Collectors.joining());
    List<String> buttons = message.buttons().stream().map(Transcript::button).toList();
    return excerpt(message.text()) + files + (buttons.isEmpty() ? "" : " " + buttons);
  }

  private static String button(ShownButton button) {
    return (button.emoji() + " " + button.label()).strip();
  }

  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
