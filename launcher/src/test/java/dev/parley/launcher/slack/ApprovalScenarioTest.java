package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, a tool that asks first")
class ApprovalScenarioTest extends BudgetStage {
  private BotProcess asking() throws IOException {
    return overHttp(
        """
        tools:
          rules: [{tools: [current_time], approval: always}]
        demo: {words-per-second: 0}
        """);
  }

  private ShownMessage asksTheTime(String zone) {
    SaidMessage question = ann.says(channel, mention("What time is it in " + zone + "?"));
    return answered(question);
  }

  /// The message in the channel's threads that says this, once it is there.
  private ShownMessage shown(String part) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                workspace.everything(channel).stream()
                    .anyMatch(message -> message.finished() && message.text().contains(part)));
    return workspace.everything(channel).stream()
        .filter(message -> message.text().contains(part))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("runs once its asker presses, and for nobody else; what came of it is in the thread")
  void approved() throws Exception {
    try (BotProcess bot = asking()) {
      ShownMessage asked = asksTheTime("Europe/Berlin");

      String byBob = privately(bob, channel, () -> presses(bob, asked, "Approve")).text();
      presses(ann, asked, "Approve");
      ShownMessage told = shown("Ann approved the call of");
      String again = privately(ann, channel, () -> presses(ann, asked, "Decline")).text();

      assertThat(asked.text()).contains("may \"current_time\" run with this?", "Europe/Berlin");
      assertThat(labels(asked.wire())).containsExactly("Approve", "Decline");
      assertThat(byBob).contains("Only Ann, or somebody who approves");
      assertThat(shown("Ann approved it").text()).contains("\"current_time\" runs.");
      assertThat(told.text()).contains("It ran.", "Europe/Berlin");
      assertThat(told.wire().path("thread_ts")).isEqualTo(asked.wire().path("thread_ts"));
      assertThat(told.ts()).isNotEqualTo(asked.ts());
      assertThat(again).contains("Ann approved it already");
      assertThat(typed(admin, channel, "audit"))
          .contains("asked to approve current", "approved current", "Europe/Berlin");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("runs after a restart, and does not where an admin declined it")
  void restarted() throws Exception {
    ShownMessage first;
    ShownMessage second;
    try (BotProcess bot = asking()) {
      first = asksTheTime("Europe/Berlin");
      second = asksTheTime("Asia/Tokyo");
    }
    try (BotProcess bot = asking()) {
      presses(admin, second, "Decline");
      String declined = shown("Mia declined it").text();
      presses(admin, first, "Approve");
      ShownMessage told = shown("Mia approved the call of");

      assertThat(declined).contains("\"current_time\" does not run.");
      assertThat(told.text()).contains("Europe/Berlin");
      assertThat(
              workspace.everything(channel).stream()
                  .map(ShownMessage::text)
                  .filter(text -> text.contains("It ran."))
                  .toList())
          .isEqualTo(List.of(told.text()));
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
