package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, the tools that come with the bot")
class RecallScenarioTest extends SlackScenario {
  private static final String FAST = "demo: {words-per-second: 0}\n";

  @Test
  @DisplayName("tell what was decided in the channel and its threads, to nobody in another one")
  void decided() throws Exception {
    SlackPerson bob = workspace.person("Bob");
    String other = workspace.channel("other");
    try (BotProcess bot = overHttp(FAST)) {
      SaidMessage root = bob.says(channel, "We take the blue one");
      ann.says(channel, "And pay on Friday", root.ts());

      ShownMessage here = answered(ann.says(channel, mention("What did we decide today?")));
      ShownMessage there = answered(ann.says(other, mention("What did we decide today?")));

      assertThat(here.text())
          .contains("Bob: We take the blue one", "Ann: And pay on Friday")
          .doesNotContain("What did we decide");
      assertThat(there.text()).contains("Nothing else was said here lately.");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("calculate, and draw charts that are seen with the answer")
  void chart() throws Exception {
    try (BotProcess bot = overHttp(FAST)) {
      ShownMessage sum = answered(ann.says(channel, mention("What is 12*7+5?")));
      SaidMessage question = ann.says(channel, mention("chart of 3, 5, 8"));
      await().atMost(LIMIT).until(() -> descriptions(question).size() == 1);

      assertThat(sum.text()).contains("89");
      assertThat(descriptions(question)).containsExactly("Bar chart: 1 3, 2 5, 3 8.");
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  private List<String> descriptions(SaidMessage question) {
    return workspace.thread(channel, question.ts()).stream()
        .flatMap(message -> message.wire().path("files").findValuesAsText("alt_txt").stream())
        .toList();
  }
}
