package dev.parley.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.message.Reply;
import dev.parley.platform.RoomPost;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When bots that call tools are killed and paused and Redis is restarted, at random")
class ToolCrashTest {
  private static final TenantId ROOMS = new TenantId(new PlatformName("web"), "local");
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration PAUSE = LEASE.plusMillis(1_500);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final int EVERYTHING = 10_000;
  private static final CrashPlan PLAN = new CrashPlan(3, 24, 8, 6, 3, 1, Duration.ofMillis(3_000));

  @TempDir private Path directory;
  private final AtomicInteger unknown = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  @Test
  @Timeout(600)
  @DisplayName("what changes something runs once, or people are told that nobody knows")
  void nothingIsDoneTwice() throws Exception {
    long seed = new Random().nextLong();
    try (RedisForTests redis = RedisForTests.started();
        CallCounter service = CallCounter.start();
        GeminiProtocolServer gemini = GeminiProtocolServer.start(new CallingModel());
        BotFleet fleet =
            new BotFleet(directory, CrashSettings.environment(directory, LEASE, redis, gemini))) {
      declareTools(service);
      fleet.start(PLAN.processes());

      converse(fleet, redis, seed);

      Awaitility.await()
          .atMost(LONGEST_WAIT)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> Leftovers.in(redis).isEmpty());
      try (RedisStore store = RedisStore.open(redis.settings())) {
        IntStream.range(0, PLAN.conversations())
            .forEach(number -> check(store, service, Person.room(number), seed));
        Books.areRight(redis, store, ROOMS);
      }
      System.out.printf(
          "crash test with tools: %d questions; %d processes, %d SIGKILL, %d SIGSTOP, %d Redis "
              + "restarts: 0 changes made twice, %d told as unknown; %d looks repeated; seed %d%n",
          PLAN.total(),
          PLAN.processes(),
          PLAN.kills(),
          PLAN.pauses(),
          PLAN.redisRestarts(),
          unknown.get(),
          repeated.get(),
          seed);
    }
  }

  private void declareTools(CallCounter service) throws Exception {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    Files.writeString(
        tools.resolve("send.yaml"), service.tool(CallingModel.CHANGING, "POST", "changes"));
    Files.writeString(
        tools.resolve("look.yaml"), service.tool(CallingModel.LOOKING, "GET", "reads"));
  }

  private static void converse(BotFleet fleet, RedisForTests redis, long seed) throws Exception {
    AtomicInteger written = new AtomicInteger();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (int number = 0; number < PLAN.conversations(); number++) {
        writing.add(people.submit(new Person(http, fleet::any, number, PLAN, written, seed)));
      }
      new Chaos(fleet, redis, PAUSE, new Random(seed)).run(PLAN);
      for (Future<?> person : writing) {
        person.get();
      }
    }
    assertThat(written).as("messages written; seed %d", seed).hasValue(PLAN.total());
  }

  private void check(RedisStore store, CallCounter service, String room, long seed) {
    List<RoomPost> posts = store.roomLog(EVERYTHING).read(ROOMS, room, "", EVERYTHING).posts();
    List<RoomPost> answers = posts.stream().filter(post -> post.turn().isPresent()).toList();

    assertThat(answers).as("answers in %s; seed %d", room, seed).hasSize(PLAN.messages());
    assertThat(answers).extracting(RoomPost::tone).containsOnly(Reply.Tone.ANSWER);
    for (int message = 0; message < PLAN.messages(); message++) {
      String question = Person.text(room, message);
      check(question, answers.get(message).markdown(), service.count(question), seed);
    }
  }

  private void check(String question, String answer, int runs, long seed) {
    if (answer.startsWith(CallingModel.unsureOf(question))) {
      assertThat(CallingModel.changes(question)).as("%s; seed %d", question, seed).isTrue();
      assertThat(runs).as("runs for %s; seed %d", question, seed).isLessThanOrEqualTo(1);
      assertThat(answer).as("seed %d", seed).contains("I cannot say whether send ran");
      unknown.incrementAndGet();
      return;
    }
    assertThat(answer).as("seed %d", seed).isEqualTo(CallingModel.doneWith(question));
    if (CallingModel.changes(question)) {
      assertThat(runs).as("runs for %s; seed %d", question, seed).isEqualTo(1);
    } else {
      assertThat(runs).as("runs for %s; seed %d", question, seed).isPositive();
      repeated.addAndGet(runs - 1);
    }
  }
}
