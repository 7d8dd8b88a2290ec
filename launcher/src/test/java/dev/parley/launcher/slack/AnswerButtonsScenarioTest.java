package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.EphemeralMessage;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, under an answer of the bot's process")
class AnswerButtonsScenarioTest extends SlackScenario {
  @Test
  @DisplayName("the asker has it answered again in the same message, and then deletes it")
  void againAndAway() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.says(channel, mention("How many messages did we write?"));
      ShownMessage first = answered(question);

      ann.presses(channel, first.ts(), "parley_regenerate").await(LIMIT);
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  question.replies().getFirst().edits() > 0
                      && question.replies().getFirst().wire().toString().contains("discard"));
      ShownMessage second = answered(question);
      ann.presses(channel, second.ts(), "parley_discard").await(LIMIT);
      await().atMost(LIMIT).until(() -> question.replies().isEmpty());

      assertThat(second.ts()).isEqualTo(first.ts());
      assertThat(second.text()).isEqualTo(first.text());
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("somebody else can rate it, and nothing more")
  void somebodyElse() throws Exception {
    SlackPerson bob = workspace.person("Bob");
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.says(channel, mention("What is new?"));
      ShownMessage answer = answered(question);

      List.of("parley_regenerate", "parley_discard")
          .forEach(action -> bob.presses(channel, answer.ts(), action).await(LIMIT));
      await().atMost(LIMIT).until(() -> workspace.ephemerals(channel, bob).size() == 2);
      String value =
          answer.wire().path("blocks").findValue("positive_button").path("value").asText();
      bob.presses(channel, answer.ts(), "parley_feedback", value).await(LIMIT);
      await().atMost(LIMIT).until(() -> workspace.ephemerals(channel, bob).size() == 3);

      assertThat(workspace.ephemerals(channel, bob))
          .extracting(EphemeralMessage::text)
          .filteredOn(text -> text.contains("Only who asked, or an admin"))
          .hasSize(2);
      assertThat(question.replies()).hasSize(1);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
