package dev.parley.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.slack.FakeSlack;
import dev.parley.testkit.slack.SaidMessage;
import dev.parley.testkit.slack.ShownMessage;
import dev.parley.testkit.slack.SlackPerson;
import dev.parley.testkit.slack.SlackRules;
import dev.parley.testkit.slack.SlackWorkspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When bots in Slack are killed and paused and Redis is restarted, at random")
class SlackCrashTest {
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration PAUSE = LEASE.plusMillis(1_500);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final CrashPlan PLAN = new CrashPlan(2, 16, 5, 4, 2, 1, Duration.ofMillis(4_000));

  /// As patient as Slack, which tries for minutes, in less time.
  private static final SlackRules RULES =
      SlackRules.withoutTiers().withRetryDelays(Collections.nCopies(60, Duration.ofMillis(500)));

  @TempDir private Path directory;
  private final FakeSlack slack = FakeSlack.start(RULES);
  private final SlackWorkspace workspace = slack.workspace("T1");
  private final Map<String, SaidMessage> questions = new ConcurrentHashMap<>();

  @Test
  @Timeout(600)
  @DisplayName("each question, told four times, has one answer in its thread")
  void nothingIsLostOrDoubled() throws Exception {
    long seed = new Random().nextLong();
    EchoModel model = new EchoModel();
    slack.deliverEach(2);
    try (slack;
        RedisForTests redis = RedisForTests.started();
        GeminiProtocolServer gemini = GeminiProtocolServer.start(model);
        BotFleet fleet = new BotFleet(directory, environment(redis, gemini))) {
      fleet.start(PLAN.processes());

      converse(fleet, redis, seed);

      awaitAnswers(redis);
      assertThat(questions).as("seed %d", seed).hasSize(PLAN.total());
      questions.forEach((text, question) -> check(text, question, seed));
      try (RedisStore store = RedisStore.open(redis.settings())) {
        Books.areRight(redis, store, new TenantId(new PlatformName("slack"), "T1"));
      }
      System.out.printf(
          "crash test in Slack: %d questions, each told four times; %d processes, %d SIGKILL, "
              + "%d SIGSTOP, %d Redis restarts: %d answers, 0 lost, 0 doubled; %d calls to the "
              + "model; seed %d%n",
          PLAN.total(),
          PLAN.processes(),
          PLAN.kills(),
          PLAN.pauses(),
          PLAN.redisRestarts(),
          PLAN.total(),
          model.calls(),
          seed);
    }
  }

  private Map<String, String> environment(RedisForTests redis, GeminiProtocolServer gemini)
      throws Exception {
    Map<String, String> environment =
        new HashMap<>(CrashSettings.environment(directory, LEASE, redis, gemini));
    environment.put("SLACK_BOT_TOKEN", workspace.botToken());
    environment.put("SLACK_SIGNING_SECRET", slack.app().signingSecret());
    environment.put("SLACK_API_URL", slack.apiUrl());
    return environment;
  }

  private void converse(BotFleet fleet, RedisForTests redis, long seed) throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (int number = 0; number < PLAN.conversations(); number++) {
        Random random = new Random(seed + number);
        SlackPerson person = workspace.person("P" + number);
        writing.add(people.submit(() -> ask(person, fleet, random)));
      }
      new Chaos(fleet, redis, PAUSE, new Random(seed)).run(PLAN);
      for (Future<?> person : writing) {
        person.get();
      }
      // whatever could not be delivered yet goes to a bot that is there
      slack.eventsTo(fleet.any(new Random(seed)).resolve("/slack/events"));
    }
  }

  private void ask(SlackPerson person, BotFleet fleet, Random random) {
    String channel = workspace.channel("room-" + person.name());
    for (int message = 0; message < PLAN.messages(); message++) {
      String text = person.name() + "-question-" + message;
      slack.eventsTo(fleet.any(random).resolve("/slack/events"));
      questions.put(text, person.says(channel, "<@" + workspace.botUserId() + "> " + text));
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(random.nextLong(PLAN.thinking().toMillis())));
    }
  }

  private void awaitAnswers(RedisForTests redis) {
    Awaitility.await()
        .atMost(LONGEST_WAIT)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                questions.values().stream().allMatch(SlackCrashTest::isAnswered)
                    && Leftovers.in(redis).isEmpty());
  }

  private static boolean isAnswered(SaidMessage question) {
    return question.awaitDelivered(Duration.ofMillis(1)) && !question.replies().isEmpty();
  }

  private static void check(String text, SaidMessage question, long seed) {
    assertThat(question.replies())
        .as("answers to %s; seed %d", text, seed)
        .singleElement()
        .matches(ShownMessage::finished, "is finished")
        .extracting(ShownMessage::text)
        .isEqualTo(EchoModel.answerTo(text));
  }
}
