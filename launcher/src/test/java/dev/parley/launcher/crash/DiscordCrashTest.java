package dev.parley.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.discord.DiscordChannel;
import dev.parley.testkit.discord.DiscordGuild;
import dev.parley.testkit.discord.DiscordPerson;
import dev.parley.testkit.discord.DiscordRules;
import dev.parley.testkit.discord.FakeDiscord;
import dev.parley.testkit.discord.SaidMessage;
import dev.parley.testkit.discord.ShownMessage;
import dev.parley.testkit.inbox.RedisForTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

@DisplayName("When bots in Discord are killed and paused and Redis is restarted, at random")
class DiscordCrashTest {
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration PAUSE = LEASE.plusMillis(1_500);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final CrashPlan PLAN = new CrashPlan(2, 12, 5, 4, 2, 1, Duration.ofMillis(4_000));

  @TempDir private Path directory;
  private final FakeDiscord discord = FakeDiscord.start(DiscordRules.withoutLimits());
  private final DiscordGuild guild = discord.guild("Team");
  private final Map<String, SaidMessage> questions = new ConcurrentHashMap<>();

  @Test
  @Timeout(600)
  @DisplayName("each question, told to all instances or to none, has one answer")
  void nothingIsLostOrDoubled() throws Exception {
    long seed = new Random().nextLong();
    EchoModel model = new EchoModel();
    try (discord;
        RedisForTests redis = RedisForTests.started();
        GeminiProtocolServer gemini = GeminiProtocolServer.start(model);
        BotFleet fleet = new BotFleet(directory, environment(redis, gemini))) {
      fleet.start(PLAN.processes());
      Awaitility.await().atMost(LONGEST_WAIT).until(() -> discord.sessions() == PLAN.processes());

      converse(fleet, redis, seed);

      awaitAnswers(redis, seed);
      assertThat(questions).as("seed %d", seed).hasSize(PLAN.total());
      questions.forEach((text, question) -> check(text, question, seed));
      try (RedisStore store = RedisStore.open(redis.settings())) {
        Books.areRight(redis, store, new TenantId(new PlatformName("discord"), guild.id()));
      }
      assertThat(discord.botMessages()).as("seed %d", seed).hasSize(PLAN.total());
      report(model, seed);
    }
  }

  private Map<String, String> environment(RedisForTests redis, GeminiProtocolServer gemini)
      throws Exception {
    Map<String, String> environment =
        new HashMap<>(CrashSettings.environment(directory, LEASE, redis, gemini));
    environment.put("DISCORD_TOKEN", discord.bot().token());
    environment.put("DISCORD_API", discord.apiUrl());
    environment.put("DISCORD_GATEWAY", discord.gatewayUrl());
    return environment;
  }

  private void converse(BotFleet fleet, RedisForTests redis, long seed) throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (int number = 0; number < PLAN.conversations(); number++) {
        Random random = new Random(seed + number);
        DiscordPerson person = guild.person("P" + number);
        DiscordChannel channel = guild.channel("room-" + number);
        writing.add(people.submit(() -> ask(person, channel, random)));
      }
      new Chaos(fleet, redis, PAUSE, new Random(seed)).run(PLAN);
      for (Future<?> person : writing) {
        person.get();
      }
    }
  }

  private void ask(DiscordPerson person, DiscordChannel channel, Random random) {
    for (int message = 0; message < PLAN.messages(); message++) {
      String text = person.name() + "-question-" + message;
      questions.put(text, person.says(channel, discord.bot().mention() + " " + text));
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(random.nextLong(PLAN.thinking().toMillis())));
    }
  }

  private void awaitAnswers(RedisForTests redis, long seed) {
    Awaitility.await("answers; seed " + seed)
        .atMost(LONGEST_WAIT)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              assertThat(questions)
                  .allSatisfy((_, told) -> assertThat(told.replies()).isNotEmpty());
              assertThat(Leftovers.in(redis)).as("leases, turns and waiting messages").isEmpty();
            });
  }

  private static void check(String text, SaidMessage question, long seed) {
    assertThat(question.replies())
        .as("answers to %s; seed %d", text, seed)
        .singleElement()
        .matches(answer -> !answer.labels().contains("Stop"), "is final")
        .extracting(ShownMessage::text)
        .isEqualTo(EchoModel.answerTo(text));
  }

  private static void report(EchoModel model, long seed) {
    System.out.printf(
        "crash test in Discord: %d questions; %d processes, %d SIGKILL, %d SIGSTOP, %d Redis "
            + "restarts: %d answers, 0 lost, 0 doubled; %d calls to the model; seed %d%n",
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
