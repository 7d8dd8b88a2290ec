package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stream in the fake Slack")
class StreamTest {
  private final FakeSlack slack =
      FakeSlack.start(SlackRules.withoutTiers().withStreams(Duration.ofMinutes(5), 20));
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final SlackPerson ada = workspace.person("ada");
  private final String general = workspace.channel("general");
  private final SaidMessage question = ada.says(general, "<@UBOTT1> hello");
  private final BotCalls bot = new BotCalls(slack, workspace.botToken());

  @AfterEach
  void close() {
    bot.close();
    slack.close();
  }

  private String start(String... more) throws IOException {
    String[] all = new String[more.length + 4];
    System.arraycopy(more, 0, all, 4, more.length);
    all[0] = "channel";
    all[1] = general;
    all[2] = "thread_ts";
    all[3] = question.ts();
    return bot.call("chat.startStream", all).path("ts").asText(null);
  }

  private String start() throws IOException {
    return start("recipient_user_id", ada.id(), "recipient_team_id", "T1");
  }

  private String append(String ts, String text) throws IOException {
    return bot.error("chat.appendStream", "channel", general, "ts", ts, "markdown_text", text);
  }

  @Test
  @DisplayName("grows in the asker's thread and is unfinished until it is stopped")
  void grows() throws IOException {
    String ts = start();
    append(ts, "Good **mor");
    assertThat(question.replies()).singleElement().matches(message -> !message.finished());

    append(ts, "ning**");
    bot.call("chat.stopStream", "channel", general, "ts", ts);

    assertThat(question.replies())
        .singleElement()
        .matches(message -> message.finished() && message.text().equals("Good morning"));
    assertThat(append(ts, "!")).isEqualTo("message_not_in_streaming_state");
  }

  @Test
  @DisplayName("needs a thread, and in a channel somebody whom it is for")
  void recipient() throws IOException {
    assertThat(bot.error("chat.startStream", "channel", general)).isEqualTo("invalid_arguments");
    assertThat(bot.error("chat.startStream", "channel", general, "thread_ts", question.ts()))
        .isEqualTo("missing_recipient_team_id");
    String dm = workspace.dm(ada);
    String asked = ada.says(dm, "hello").ts();
    assertThat(bot.error("chat.startStream", "channel", dm, "thread_ts", asked)).isEqualTo("ok");
  }

  @Test
  @DisplayName("is refused more text than it may hold")
  void full() throws IOException {
    String ts = start();

    assertThat(append(ts, "x".repeat(20))).isEqualTo("ok");
    assertThat(append(ts, "x")).isEqualTo("msg_too_long");
    assertThat(append(ts, "x".repeat(12_001))).isEqualTo("msg_too_long");
  }

  @Test
  @DisplayName("that is too old can neither grow nor stop, only be edited")
  void expires() throws IOException {
    String ts = start();
    assertThat(bot.error("chat.update", "channel", general, "ts", ts, "text", "a"))
        .isEqualTo("streaming_state_conflict");

    workspace.expireStreams();

    assertThat(append(ts, "x")).isEqualTo("message_not_in_streaming_state");
    assertThat(bot.error("chat.stopStream", "channel", general, "ts", ts))
        .isEqualTo("message_not_in_streaming_state");
    assertThat(question.replies()).noneMatch(ShownMessage::finished);
    assertThat(bot.error("chat.update", "channel", general, "ts", ts, "text", "whole"))
        .isEqualTo("ok");
    assertThat(question.replies())
        .singleElement()
        .matches(message -> message.finished() && message.text().equals("whole"));
  }

  @Test
  @DisplayName("takes the status line away")
  void status() throws IOException {
    bot.call(
        "assistant.threads.setStatus",
        "channel_id",
        general,
        "thread_ts",
        question.ts(),
        "status",
        "is thinking");
    assertThat(workspace.pane().status(general, question.ts())).contains("is thinking");

    start();

    assertThat(workspace.pane().status(general, question.ts())).isEmpty();
  }
}
