package dev.parley.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What tools do, in a stream in the fake Slack,")
class StreamTasksTest {
  private static final String RUNNING =
      "{\"type\":\"task_update\",\"id\":\"1\",\"title\":\"Weather\",\"status\":\"in_progress\"}";
  private static final String DONE =
      "{\"type\":\"task_update\",\"id\":\"1\",\"title\":\"Weather\",\"status\":\"complete\"}";

  private final FakeSlack slack = FakeSlack.start(SlackRules.withoutTiers());
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final SlackPerson ada = workspace.person("ada");
  private final String dm = workspace.dm(ada);
  private final SaidMessage question = ada.says(dm, "hello");
  private final BotCalls bot = new BotCalls(slack, workspace.botToken());

  @AfterEach
  void close() {
    bot.close();
    slack.close();
  }

  private String start(String chunks) throws IOException {
    return bot.call(
            "chat.startStream",
            "channel",
            dm,
            "thread_ts",
            question.ts(),
            "task_display_mode",
            "plan",
            "chunks",
            chunks)
        .path("ts")
        .asText(null);
  }

  private String append(String ts, String name, String value) throws IOException {
    return bot.error("chat.appendStream", "channel", dm, "ts", ts, name, value);
  }

  private ShownMessage shown() {
    return question.replies().getFirst();
  }

  @Test
  @DisplayName("stands beside its text, each by its id, until the message is changed")
  void beside() throws IOException {
    String ts = start("[{\"type\":\"plan_update\",\"title\":\"Using tools\"}," + RUNNING + "]");
    ShownMessage before = shown();
    append(ts, "chunks", "[" + DONE + ",{\"type\":\"markdown_text\",\"text\":\"Sunny\"}]");
    bot.call("chat.stopStream", "channel", dm, "ts", ts);

    assertThat(before.plan()).isEqualTo("Using tools");
    assertThat(before.tasks()).containsExactly(new ShownTask("1", "Weather", "in_progress", ""));
    assertThat(shown().text()).isEqualTo("Sunny");
    assertThat(shown().tasks()).containsExactly(new ShownTask("1", "Weather", "complete", ""));

    bot.call("chat.update", "channel", dm, "ts", ts, "text", "Rainy");
    assertThat(shown().tasks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"type\":\"task\"}]",
        "[{\"type\":\"plan_update\"}]",
        "[{\"type\":\"task_update\",\"id\":\"1\",\"title\":\"a\",\"status\":\"completed\"}]",
        "[{\"type\":\"task_update\",\"id\":\"\",\"title\":\"a\",\"status\":\"complete\"}]",
        "[{\"type\":\"task_update\",\"id\":\"1\",\"status\":\"complete\"}]",
      })
  @DisplayName("is refused where it is none of the forms that there are")
  void forms(String chunks) throws IOException {
    assertThat(append(start("[" + RUNNING + "]"), "chunks", chunks)).isEqualTo("invalid_chunks");
  }

  @Test
  @DisplayName("is refused together with text of its own, and where a field is too long")
  void refused() throws IOException {
    String ts = start("[" + RUNNING + "]");
    String both =
        bot.error(
            "chat.appendStream",
            "channel",
            dm,
            "ts",
            ts,
            "chunks",
            "[" + DONE + "]",
            "markdown_text",
            "Sunny");

    assertThat(both).isEqualTo("cannot_provide_both_markdown_text_and_chunks");
    assertThat(append(ts, "chunks", "[" + RUNNING.replace("Weather", "x".repeat(257)) + "]"))
        .isEqualTo("invalid_chunks");
    assertThat(shown().tasks()).hasSize(1);
  }

  @Test
  @DisplayName("takes room away from the text, in bytes")
  void room() throws IOException {
    String ts = start("[" + RUNNING.replace("Weather", "x".repeat(256)) + "]");

    assertThat(append(ts, "markdown_text", "é".repeat(5_000))).isEqualTo("ok");
    assertThat(append(ts, "markdown_text", "é".repeat(300))).isEqualTo("msg_too_long");
  }

  @Test
  @DisplayName("has 50 lines at most")
  void lines() throws IOException {
    String many =
        IntStream.rangeClosed(1, 51)
            .mapToObj(id -> RUNNING.replace("\"1\"", "\"" + id + "\""))
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(append(start("[" + RUNNING + "]"), "chunks", many)).isEqualTo("invalid_chunks");
  }
}
