package dev.parley.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Utterance;
import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.identity.ConversationId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;
import dev.parley.platform.RoomPost;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When bots are killed and paused and Redis is restarted, at random")
class CrashTest {
  private static final TenantId ROOMS = new TenantId(new PlatformName("web"), "local");
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration PAUSE = LEASE.plusMillis(1_500);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final int EVERYTHING = 10_000;

  @TempDir private Path directory;

  @Test
  @Timeout(600)
  @DisplayName("each of hundreds of messages, delivered twice, has one answer, in order")
  void nothingIsLostOrDoubled() throws Exception {
    run(CrashPlan.SHORT);
  }

  @Test
  @Tag("long")
  @Timeout(3_600)
  @DisplayName("each of thousands of messages, delivered twice, has one answer, in order")
  void nothingIsLostOrDoubledForLong() throws Exception {
    run(CrashPlan.LONG);
  }

  private void run(CrashPlan plan) throws Exception {
    long seed = new Random().nextLong();
    EchoModel model = new EchoModel();
    try (RedisForTests redis = RedisForTests.started();
        GeminiProtocolServer gemini = GeminiProtocolServer.start(model);
        BotFleet fleet =
            new BotFleet(directory, CrashSettings.environment(directory, LEASE, redis, gemini))) {
      fleet.start(plan.processes());

      int written = converse(plan, fleet, redis, seed);
      awaitQuiet(redis, plan);

      assertThat(written).as("messages written; seed %d", seed).isEqualTo(plan.total());
      try (RedisStore store = RedisStore.open(redis.settings())) {
        IntStream.range(0, plan.conversations()).forEach(number -> check(store, plan, number));
        Books.areRight(redis, store, ROOMS);
      }
      assertNothingIsLeft(redis);
      report(plan, model, redis, seed);
    }
  }

  private static int converse(CrashPlan plan, BotFleet fleet, RedisForTests redis, long seed)
      throws Exception {
    AtomicInteger written = new AtomicInteger();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (int number = 0; number < plan.conversations(); number++) {
        writing.add(people.submit(new Person(http, fleet::any, number, plan, written, seed)));
      }
      new Chaos(fleet, redis, PAUSE, new Random(seed)).run(plan);
      for (Future<?> person : writing) {
        person.get();
      }
    }
    return written.get();
  }

  private static void awaitQuiet(RedisForTests redis, CrashPlan plan) {
    Awaitility.await()
        .atMost(LONGEST_WAIT)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> Leftovers.in(redis).isEmpty());
  }

  private static void check(RedisStore store, CrashPlan plan, int number) {
    String room = Person.room(number);
    List<String> questions =
        IntStream.range(0, plan.messages()).mapToObj(m -> Person.text(room, m)).toList();

    List<RoomPost> posts = store.roomLog(EVERYTHING).read(ROOMS, room, "", EVERYTHING).posts();

    assertThat(posts.stream().filter(post -> post.turn().isEmpty()).map(RoomPost::markdown))
        .as("questions in %s", room)
        .containsExactlyElementsOf(questions);
    assertThat(posts.stream().filter(post -> post.turn().isPresent()).map(RoomPost::markdown))
        .as("answers in %s", room)
        .containsExactlyElementsOf(questions.stream().map(EchoModel::answerTo).toList());
    assertThat(posts).extracting(RoomPost::tone).containsOnly(Reply.Tone.ANSWER);
    assertThat(remembered(store, room))
        .as("what the conversation in %s remembers", room)
        .containsExactlyElementsOf(questions);
  }

  /// A message that had two turns would be here twice, even where people see one answer.
  private static List<String> remembered(RedisStore store, String room) {
    ConversationId conversation =
        new Place(ROOMS, room, Optional.empty(), false)
            .conversation(SessionScope.CHANNEL, new UserId("anybody"));
    return store.conversations().read(conversation).turns().stream()
        .flatMap(turn -> turn.questions().stream())
        .map(Utterance::text)
        .toList();
  }

  private static void assertNothingIsLeft(RedisForTests redis) {
    assertThat(Leftovers.in(redis)).as("leases, turns and waiting messages").isEmpty();
  }

  private static void report(CrashPlan plan, EchoModel model, RedisForTests redis, long seed) {
    System.out.printf(
        "crash test: %d messages in %d conversations, each delivered twice; %d processes, "
            + "%d SIGKILL, %d SIGSTOP, %d Redis restarts: %d answers, 0 lost, 0 doubled; "
            + "%d calls to the model (%d repeated); seed %d%n",
        plan.total(),
        plan.conversations(),
        plan.processes(),
        plan.kills(),
        plan.pauses(),
        plan.redisRestarts(),
        plan.total(),
        model.calls(),
        model.calls() - plan.total(),
        seed);
  }
}
