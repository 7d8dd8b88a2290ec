package dev.parley.launcher.slack;

import static org.awaitility.Awaitility.await;

import dev.parley.launcher.BotProcess;
import dev.parley.testkit.slack.FakeSlack;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import dev.parley.testkit.slack.SlackWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// What scenarios share: a fake Slack with a channel and a person, and the bot's process.
abstract class SlackScenario {
  static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir Path folder;
  final FakeSlack slack = FakeSlack.start();
  final SlackWorkspace workspace = slack.workspace("T1");
  final SlackPerson ann = workspace.person("Ann");
  final String channel = workspace.channel("general");

  @AfterEach
  void closeSlack() {
    slack.close();
  }

  final BotProcess bot(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SLACK_BOT_TOKEN", workspace.botToken());
    environment.put("SLACK_API_URL", slack.apiUrl());
    return BotProcess.start(folder, environment);
  }

  final BotProcess overHttp() {
    return overHttp(Map.of());
  }

  /// A bot with these settings, to which Slack posts what happens.
  final BotProcess overHttp(String settings) throws IOException {
    Path file = Files.writeString(folder.resolve("parley.yaml"), settings);
    return overHttp(Map.of("PARLEY_CONFIG", file.toString()));
  }

  /// A bot that sees this of an environment besides, to which Slack posts what happens.
  final BotProcess overHttp(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SLACK_SIGNING_SECRET", slack.app().signingSecret());
    BotProcess bot = bot(environment).awaitStart();
    slack.eventsTo(bot.uri().orElseThrow().resolve("/slack/events"));
    return bot;
  }

  final String mention(String text) {
    return "<@" + workspace.botUserId() + "> " + text;
  }

  final ShownMessage answered(SaidMessage question) {
    await()
        .atMost(LIMIT)
        .until(
            () ->
                !question.replies().isEmpty()
                    && question.replies().stream().allMatch(ShownMessage::finished));
    return question.replies().getLast();
  }
}
