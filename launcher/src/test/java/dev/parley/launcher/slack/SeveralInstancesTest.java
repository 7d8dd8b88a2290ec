package dev.parley.launcher.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In Slack, several instances of the bot")
class SeveralInstancesTest extends SlackScenario {
  private BotProcess instance(RedisForTests redis, String name) throws IOException {
    Path data = Files.createDirectories(folder.resolve(name));
    return bot(Map.of(
            "SLACK_APP_TOKEN", slack.app().appToken(),
            "REDIS_URL", redis.url(),
            "PARLEY_DATA", data.toString()))
        .awaitStart();
  }

  private List<SaidMessage> asked(int count, String question) {
    return IntStream.range(0, count)
        .mapToObj(number -> ann.says(channel, mention(question + " " + number)))
        .toList();
  }

  @Test
  @DisplayName("answer each question once, and stop an answer whichever of them hears the wish")
  void together() throws Exception {
    try (RedisForTests redis = RedisForTests.started();
        BotProcess one = instance(redis, "one");
        BotProcess other = instance(redis, "other")) {
      await().atMost(LIMIT).until(() -> slack.connections() == 4);
      List<SaidMessage> questions = asked(8, "What is new?");
      questions.forEach(this::answered);
      List<SaidMessage> stories = asked(4, "Tell me a long story, please");
      await()
          .atMost(LIMIT)
          .until(() -> stories.stream().noneMatch(story -> story.replies().isEmpty()));
      stories.forEach(story -> ann.stops(channel, story.ts()));

      await()
          .atMost(LIMIT)
          .until(
              () ->
                  stories.stream()
                      .allMatch(story -> story.replies().getLast().text().contains("Stopped.")));
      assertThat(questions).allMatch(question -> question.replies().size() == 1);
      assertThat(stories).allMatch(story -> story.replies().size() == 1);
      assertThat(one.output() + other.output()).doesNotContain("ERROR");
    }
  }

  @Test
  @DisplayName("take the sockets up again that Slack closes or loses")
  void reconnects() throws Exception {
    try (BotProcess bot = bot(Map.of("SLACK_APP_TOKEN", slack.app().appToken())).awaitStart()) {
      slack.disconnect("refresh_requested");
      SaidMessage first = ann.says(channel, mention("Hello"));
      answered(first);
      slack.dropConnections();
      SaidMessage second = ann.says(channel, mention("Hello again"));
      answered(second);

      await().atMost(LIMIT).until(() -> slack.connections() == 2);
      assertThat(first.replies()).hasSize(1);
      assertThat(second.replies()).hasSize(1);
      assertThat(bot.output().lines().filter(line -> line.contains("ERROR")))
          .as("errors other than those by which Bolt tells of a lost socket")
          .allMatch(line -> line.contains("SocketModeClient"));
    }
  }

  @Test
  @DisplayName("answer into the channel itself where that is set")
  void inTheChannel() throws Exception {
    Path settings = folder.resolve("channel.yaml");
    Files.writeString(settings, "slack:\n  answer-in: channel\n");
    try (BotProcess bot =
        bot(Map.of(
                "SLACK_APP_TOKEN", slack.app().appToken(),
                "PARLEY_CONFIG", settings.toString()))
            .awaitStart()) {
      ann.says(channel, mention("Hello"));
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  !workspace.botMessages().isEmpty()
                      && workspace.botMessages().stream().allMatch(ShownMessage::finished));

      assertThat(workspace.messages(channel)).hasSize(2);
      assertThat(workspace.botMessages()).hasSize(1);
      assertThat(workspace.botMessages().getFirst().threadTs()).isEmpty();
      assertThat(bot.output()).doesNotContain("ERROR");
    }
  }
}
