package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, a question that is changed or deleted")
class CorrectedQuestionsTest extends SlackScenario {
  @Test
  @DisplayName("while it is answered, is answered as it reads now, in the same message")
  void edited() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.says(channel, mention("Tell me a long story, please"));
      await().atMost(LIMIT).until(() -> !question.replies().isEmpty());
      String begun = question.replies().getFirst().ts();

      ann.edits(question, mention("What did I say about cats?"));
      await()
          .atMost(LIMIT)
          .until(
              () -> question.replies().stream().anyMatch(reply -> reply.text().contains("cats")));
      ShownMessage answer = answered(question);

      assertThat(question.answers()).hasSize(1);
      assertThat(answer.ts()).isEqualTo(begun);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("after its answer, changes nothing that was said")
  void editedLate() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.says(channel, mention("What is new?"));
      ShownMessage answer = answered(question);

      ann.edits(question, mention("What is old?")).forEach(delivery -> delivery.await(LIMIT));
      SaidMessage next = ann.says(channel, mention("And?"));
      answered(next);

      assertThat(question.replies()).hasSize(1);
      assertThat(question.replies().getLast().text()).isEqualTo(answer.text());
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("by being deleted while it is answered, takes its answer with it and is forgotten")
  void deleted() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.says(workspace.dm(ann), "Tell me a long story, please");
      await().atMost(LIMIT).until(() -> !question.replies().isEmpty());

      ann.deletes(question).forEach(delivery -> delivery.await(LIMIT));

      await().atMost(LIMIT).until(() -> question.replies().isEmpty());
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
