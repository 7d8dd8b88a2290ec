package dev.parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.command.CommandSpec;
import dev.parley.command.ImagineCommand;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.Wish;
import dev.parley.testkit.platform.RecordingHandler;
import dev.parley.testkit.slack.EphemeralMessage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A slash command in Slack")
class CommandsTest {
  private final SlackHarness harness = SlackHarness.overHttp();
  private final RecordingHandler handler =
      new RecordingHandler(
          new CommandSpec(
              List.of("session", "show"),
              "tells what is remembered",
              List.of(),
              CommandSpec.Visibility.ASKER,
              CommandSpec.Access.EVERYONE),
          new ImagineCommand().spec());
  private final String channel = harness.workspace.channel("general");

  @BeforeEach
  void start() {
    harness.adapter.start(handler);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private void type(String command, String text) {
    assertThat(harness.ann.commands(channel, command, text).await(SlackHarness.LIMIT)).isTrue();
  }

  private List<String> whispered() {
    return harness.workspace.ephemerals(channel, harness.ann).stream()
        .map(EphemeralMessage::text)
        .toList();
  }

  private List<String> lines() {
    return handler.lines().stream().map(RecordingHandler.Line::text).toList();
  }

  @Test
  @DisplayName("runs what follows the bot's own command, or what the command itself names")
  void shortcuts() {
    type("/parley", "session show");
    type("/session", "show");
    type("/helper", "session show");

    assertThat(lines()).containsExactly("/session show", "/session show", "/session show");
  }

  @Test
  @DisplayName("asks where it is /ask, as behind the bot's own command")
  void asks() {
    type("/ask", "What is new?");
    type("/parley", "ask And then?");
    type("/ask", "");

    assertThat(handler.accepted())
        .extracting(message -> message.text())
        .containsExactly("What is new?", "And then?");
    assertThat(whispered().getLast()).contains("Ask with \"/ask\" and your question");
  }

  @Test
  @DisplayName("wishes a picture where it is /imagine, for all to see")
  void wishes() {
    type("/imagine", "a red fox");
    type("/parley", "imagine prompt:a hen");
    type("/imagine", "");
    type("/imagine", "x".repeat(3_001));

    assertThat(handler.accepted())
        .extracting(InboundMessage::text)
        .containsExactly("a red fox", "a hen");
    assertThat(handler.accepted()).extracting(InboundMessage::wish).containsOnly(Wish.PICTURE);
    assertThat(harness.workspace.messages(channel).getFirst().text())
        .contains("Ann", "asks for a picture: a red fox");
    assertThat(lines()).containsExactly("/imagine");
    assertThat(whispered().getLast()).contains("at most 3000 characters");
  }

  @Test
  @DisplayName("names the commands as they are typed here, and leaves other words alone")
  void names() {
    handler.answerCommandsWith(Reply.answer("`/session show` reads `/etc/hosts` and `/sessions`"));

    type("/helper", "anything");
    type("/session", "show");

    assertThat(whispered())
        .containsExactly(
            "\"/helper session show\" reads \"/etc/hosts\" and \"/sessions\"",
            "\"/parley session show\" reads \"/etc/hosts\" and \"/sessions\"");
  }

  @Test
  @DisplayName("is answered with the moments that it names")
  void moments() {
    handler.answerCommandsWith(Reply.answer("# Use\n\nUntil [2 PM](time:1795615200)."));

    type("/parley", "session show");

    assertThat(whispered()).containsExactly("Use\nUntil 2 PM.");
  }

  @Test
  @DisplayName("is answered in several messages where one does not hold the reply")
  void longReply() {
    handler.answerCommandsWith(Reply.answer(paragraphs(300)));

    type("/parley", "session show");

    await().atMost(SlackHarness.LIMIT).until(() -> whispered().size() > 1);
    await()
        .atMost(SlackHarness.LIMIT)
        .until(() -> String.join("\n", whispered()).contains("Paragraph 299 "));
    String all = String.join("\n", whispered());
    IntStream.range(0, 300).forEach(i -> assertThat(all).contains("Paragraph " + i + " "));
    assertThat(all).doesNotContain("too long");
  }

  @Test
  @DisplayName("says that something is missing where five messages do not hold the reply")
  void endlessReply() {
    handler.answerCommandsWith(Reply.answer(paragraphs(1_500)));

    type("/parley", "session show");

    await().atMost(SlackHarness.LIMIT).until(() -> whispered().size() == 5);
    assertThat(whispered().getLast()).contains("The rest is too long to be shown here.");
    assertThat(whispered().subList(0, 4)).noneMatch(text -> text.contains("too long"));
  }

  private static String paragraphs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "Paragraph " + i + " says a few words that fill the room it was given.")
        .collect(Collectors.joining("\n\n"));
  }
}
