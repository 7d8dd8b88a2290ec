package dev.parley.launcher.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.SharedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, each kind of event")
class TranscriptTest extends SlackScenario {
  private final Transcript transcript = new Transcript(workspace);

  private static String golden() throws IOException {
    try (InputStream in = TranscriptTest.class.getResourceAsStream("transcript.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  private BotProcess quick() throws IOException {
    Path settings = folder.resolve("quick.yaml");
    Files.writeString(settings, "demo:\n  words-per-second: 0\n");
    BotProcess bot =
        bot(Map.of(
                "SLACK_SIGNING_SECRET", slack.app().signingSecret(),
                "PARLEY_CONFIG", settings.toString()))
            .awaitStart();
    slack.eventsTo(bot.uri().orElseThrow().resolve("/slack/events"));
    return bot;
  }

  @Test
  @DisplayName("has the same outcome as ever")
  void sameAsEver() throws Exception {
    try (BotProcess bot = quick()) {
      messages();
      answers();
      commands();
      views();

      assertThat(transcript.text()).isEqualTo(golden());
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  private void messages() {
    SaidMessage mention = ann.says(channel, mention("Hello"));
    transcript.said("a mention in a channel", mention, 1);
    transcript.said("talk that is not for the bot", ann.says(channel, "Lunch?"), 0);
    SaidMessage more = ann.says(channel, "What did I say?", mention.ts());
    more.awaitDelivered(LIMIT);
    transcript.said("more in a thread where the bot takes part", mention, 2);
    ann.broadcasts(channel, "And before that?", mention.ts()).awaitDelivered(LIMIT);
    transcript.said("the same, shown in the channel as well", mention, 3);
    transcript.said("a direct message", ann.says(workspace.dm(ann), "Hello"), 1);
    String group = workspace.groupDm("ann-bob");
    transcript.said("talk in a group's messages", ann.says(group, "Lunch?"), 0);
    transcript.said("a mention in a group's messages", ann.says(group, mention("Hello")), 1);
    transcript.said(
        "a mention in a private channel",
        ann.says(workspace.privateChannel("secret"), mention("Hello")),
        1);
    SharedFile text = new SharedFile("a.txt", "text/plain", "one two".getBytes(UTF_8));
    transcript.said(
        "a file with a mention", ann.shares(channel, mention("Look"), "", List.of(text)), 1);
    SaidMessage deleted = ann.says(channel, "Never mind");
    ann.deletes(deleted).forEach(delivery -> delivery.await(LIMIT));
    transcript.said("a message that is deleted", deleted, 0);
  }

  private void answers() {
    String room = workspace.channel("answers");
    SaidMessage question = ann.says(room, mention("Hello"));
    answered(question);
    String answer = question.replies().getFirst().ts();
    transcript.did(
        "helpful is pressed",
        ann.presses(room, answer, "parley_feedback", helpful(question)),
        ann,
        room,
        1);
    transcript.did(
        "another one presses delete",
        workspace.person("Bob").presses(room, answer, "parley_discard"),
        workspace.person("Bob"),
        room,
        1);
    transcript.did(
        "the asker presses delete", ann.presses(room, answer, "parley_discard"), ann, room, 1);
    await().atMost(LIMIT).until(() -> question.replies().isEmpty());
    transcript.note("the answer is gone");
  }

  private static String helpful(SaidMessage question) {
    return question.replies().getFirst().wire().findValue("positive_button").path("value").asText();
  }

  private void commands() {
    String room = workspace.channel("commands");
    transcript.did("/parley help", ann.commands(room, "/parley", "help"), ann, room, 1);
    transcript.did("/parley nonsense", ann.commands(room, "/parley", "nonsense"), ann, room, 2);
    transcript.did(
        "/session show as a command of its own",
        ann.commands(room, "/session", "show"),
        ann,
        room,
        3);
    transcript.did("/ask", ann.commands(room, "/ask", "Hello"), ann, room, 4);
    await().atMost(LIMIT).until(() -> workspace.everything(room).size() == 2);
    await().atMost(LIMIT).until(() -> workspace.everything(room).getLast().finished());
    workspace.everything(room).forEach(post -> transcript.note(Transcript.shown(post)));
  }

  private void views() {
    String room = workspace.channel("views");
    SaidMessage root = ann.says(room, "The build is red");
    root.awaitDelivered(LIMIT);
    transcript.did(
        "Summarise this thread", ann.uses("parley_summarise", room, root.ts()), ann, room, 0);
    await().atMost(LIMIT).until(() -> root.replies().size() == 2);
    answered(root);
    root.replies().forEach(reply -> transcript.note("beneath it: " + Transcript.shown(reply)));
    transcript.did("the Home tab is opened", ann.opensApp("home"), ann, room, 0);
    await().atMost(LIMIT).until(() -> workspace.views().home(ann).isPresent());
    TreeSet<String> buttons = new TreeSet<>();
    Transcript.collect(workspace.views().home(ann).orElseThrow(), buttons);
    transcript.note("a view with " + buttons);
  }
}
