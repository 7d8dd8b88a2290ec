package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.launcher.TwoTools;
import dev.parley.testkit.slack.ApiFault;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.ShownTask;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, people see what tools do")
class StepsScenarioTest extends SlackScenario {
  private final TwoTools gemini = new TwoTools();

  @AfterEach
  void closeGemini() {
    gemini.close();
  }

  private List<ShownTask> tasks(SaidMessage question) {
    return question.replies().stream().flatMap(shown -> shown.tasks().stream()).toList();
  }

  @Test
  @DisplayName("side by side while they run, folded up afterwards, and by /tools how they did")
  void shown() throws Exception {
    try (BotProcess bot = overHttp(gemini.environment())) {
      SaidMessage question = ann.says(channel, mention("Draw a fox, and when is it?"));
      await()
          .atMost(LIMIT)
          .until(() -> tasks(question).stream().anyMatch(it -> it.status().equals("complete")));
      List<ShownTask> running = tasks(question);
      gemini.letGo();
      ShownMessage answer = answered(question);

      assertThat(running)
          .containsExactly(
              new ShownTask("0-0", "Current time", "complete", ""),
              new ShownTask("0-1", "Picture: a fox", "in_progress", ""));
      ShownMessage words = question.replies().getFirst();
      assertThat(words.text()).isEqualTo("There you are.");
      assertThat(words.plan()).isEqualTo("Used 2 tools");
      assertThat(words.tasks()).extracting(ShownTask::status).containsOnly("complete");
      assertThat(answer.finished()).isTrue();

      ann.commands(channel, "/tools", "").await(LIMIT);
      ann.commands(channel, "/parley", "tools list").await(LIMIT);
      await().atMost(LIMIT).until(() -> workspace.ephemerals(channel, ann).size() == 2);
      assertThat(workspace.ephemerals(channel, ann))
          .allMatch(told -> told.text().contains("current_time"))
          .allMatch(told -> told.text().contains("1 call, half within"));
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }

  @Test
  @DisplayName("in the status line where streams take no such lines, and the answer is whole")
  void refused() throws Exception {
    slack.failNext("chat.startStream", new ApiFault.Refused("invalid_chunks"));
    try (BotProcess bot = overHttp(gemini.environment())) {
      SaidMessage question = ann.says(channel, mention("Draw a fox, and when is it?"));
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  workspace.pane().statuses(channel, question.ts()).stream()
                      .anyMatch(status -> status.contains("Picture: a fox")));
      gemini.letGo();
      answered(question);

      assertThat(question.replies().getFirst().text()).isEqualTo("There you are.");
      assertThat(tasks(question)).isEmpty();
      assertThat(bot.output()).doesNotContain(" ERROR ");
    }
  }
}
