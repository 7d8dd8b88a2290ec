package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bot's process, with a Slack")
class SlackBotTest extends SlackScenario {
  @Test
  @DisplayName("answers a mention in its thread, once, however often it is told of it")
  void mentioned() throws Exception {
    slack.deliverEach(2);
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.says(channel, mention("What is new?"));

      ShownMessage answer = answered(question);
      question.redeliver().forEach(again -> again.await(LIMIT));

      assertThat(bot.output()).contains("Slack: by HTTP");
      assertThat(answer.streamed()).isTrue();
      assertThat(answer.threadTs()).isEqualTo(question.ts());
      assertThat(question.answers()).hasSize(1);
      assertThat(workspace.pane().status(channel, question.ts())).isEmpty();
      assertThat(slack.calls("users.list")).hasSize(1);
      assertThat(slack.calls("users.info")).isEmpty();
    }
  }

  @Test
  @DisplayName("answers direct messages over sockets, and what follows in the thread")
  void direct() throws Exception {
    try (BotProcess bot = bot(Map.of("SLACK_APP_TOKEN", slack.app().appToken())).awaitStart()) {
      String dm = workspace.dm(ann);
      SaidMessage first = ann.says(dm, "Hello");
      answered(first);
      SaidMessage second = ann.says(dm, "And then?", first.root());
      answered(second);

      assertThat(bot.output()).contains("Slack: by socket mode");
      assertThat(first.answers()).hasSize(2);
      assertThat(first.answers()).allMatch(ShownMessage::finished);
      assertThat(slack.connections()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("goes on in a thread where it takes part, and leaves other talk alone")
  void followsItsThreads() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage question = ann.says(channel, mention("My favourite colour is green"));
      answered(question);
      ann.says(channel, "Not for the bot").awaitDelivered(LIMIT);
      SaidMessage others = ann.says(channel, "Who comes to lunch?");
      ann.says(channel, "I do", others.ts()).awaitDelivered(LIMIT);

      ann.says(channel, "What did I say about the colour?", question.ts());
      await().atMost(LIMIT).until(() -> question.replies().size() == 2);
      ShownMessage second = answered(question);

      assertThat(second.text()).contains("My favourite colour is green");
      assertThat(others.replies()).isEmpty();
      assertThat(workspace.botMessages()).hasSize(2);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("runs a slash command, and asks what is asked by it")
  void commands() throws Exception {
    try (BotProcess bot = overHttp()) {
      ann.commands(channel, "/parley", "help").await(LIMIT);
      ann.commands(channel, "/ask", "What is new?").await(LIMIT);

      await()
          .atMost(LIMIT)
          .until(
              () ->
                  workspace.botMessages().size() == 2
                      && workspace.botMessages().stream().allMatch(ShownMessage::finished));
      List<ShownMessage> posts = workspace.botMessages();
      assertThat(workspace.ephemerals(channel, ann)).hasSize(2);
      assertThat(posts.getFirst().text()).contains("What is new?");
      assertThat(posts.getLast().threadTs()).isEqualTo(posts.getFirst().ts());
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("called into a thread of others, knows what was said there")
  void summoned() throws Exception {
    try (BotProcess bot = overHttp()) {
      SaidMessage root = ann.says(channel, "My favourite colour is green");
      ann.says(channel, mention("What did I say about the colour?"), root.ts());
      ShownMessage answer = answered(root);

      assertThat(answer.text()).contains("My favourite colour is green");
      assertThat(slack.calls("conversations.replies")).hasSize(1);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("is killed in the midst of an answer, and after its next start there is one answer")
  void killed() throws Exception {
    SaidMessage question;
    try (BotProcess bot = overHttp()) {
      question = ann.says(channel, mention("Tell me a long story, please"));
      await().atMost(LIMIT).until(() -> !question.replies().isEmpty());
      bot.kill();
    }
    int before = question.replies().size();

    try (BotProcess bot = overHttp()) {
      answered(question);

      assertThat(before).isEqualTo(1);
      assertThat(question.answers()).hasSize(1);
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
