package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.InboxSettings;
import dev.parley.message.InboundMessage;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.inbox.RedisStorage;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedModel;
import dev.parley.testkit.model.ScriptedReply;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A plain turn through the whole engine asks Redis three times")
@Timeout(60)
class PlainTurnCostTest {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static final int TURNS = 50;
  private static final int SCRIPTS_PER_TURN = 3;
  private static final Pattern CALLS = Pattern.compile("cmdstat_eval(?:sha)?:calls=(\\d+)");

  /// Nothing but turns asks for anything while the test runs.
  private static final BotOptions UNDISTURBED =
      BotOptions.DEFAULTS
          .with(new EngineSettings(2 * TURNS, Duration.ofSeconds(20), Duration.ofHours(1)))
          .with(
              new InboxSettings(
                  Duration.ofHours(1),
                  3,
                  2 * TURNS,
                  false,
                  Duration.ofHours(1),
                  SessionScope.THREAD,
                  AnswerPolicy.THREAD));

  private final FakeWall wall = new FakeWall();
  private RedisStore store;
  private BotInstance bot;

  @BeforeEach
  void begin() {
    REDIS.command("FLUSHALL");
    store = RedisStore.open(REDIS.settings());
    bot =
        BotInstance.start(
            new RedisStorage(store),
            wall,
            ScriptedModel.answering(request -> ScriptedReply.saying("so be it")),
            UNDISTURBED);
    ask(Said.message("warm-up", Said.channel("warm-up"), "Ada"));
    awaitReplies(1);
    awaitQuiet();
    REDIS.command("CONFIG", "RESETSTAT");
  }

  @AfterEach
  void end() {
    bot.close();
    store.close();
  }

  @Test
  @DisplayName("where many conversations have one each")
  void inManyConversations() {
    IntStream.range(0, TURNS)
        .mapToObj(number -> Said.message("m" + number, Said.channel("c" + number), "Ada"))
        .forEach(this::ask);

    awaitReplies(1 + TURNS);
    bot.engine().drain();

    assertThat(scripts()).isEqualTo(TURNS * SCRIPTS_PER_TURN);
  }

  @Test
  @DisplayName("where one conversation has many, one after the other")
  void oneAfterTheOther() {
    for (int number = 0; number < TURNS; number++) {
      ask(Said.message("m" + number));
      awaitReplies(2 + number);
    }

    bot.engine().drain();

    assertThat(scripts()).isEqualTo(TURNS * SCRIPTS_PER_TURN);
  }

  @Test
  @DisplayName("where they wait for each other in one conversation")
  void waitingForEachOther() {
    IntStream.range(0, TURNS).mapToObj(number -> Said.message("m" + number)).forEach(this::ask);

    awaitReplies(1 + TURNS);
    bot.engine().drain();

    assertThat(scripts()).isEqualTo(TURNS * SCRIPTS_PER_TURN);
  }

  private void ask(InboundMessage message) {
    bot.engine().onMessage(message);
  }

  private void awaitReplies(int count) {
    Awaitility.await()
        .atMost(Scene.PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> wall.posts().size() == count);
  }

  /// Until the instance has looked for work and heard that its subscription stands.
  private static void awaitQuiet() {
    Awaitility.await()
        .atMost(Scene.PATIENCE)
        .during(Duration.ofMillis(500))
        .until(PlainTurnCostTest::scripts, count -> count == scripts());
  }

  private static long scripts() {
    List<String> statistics = REDIS.command("INFO", "commandstats");
    return CALLS
        .matcher(String.join("\n", statistics))
        .results()
        .mapToLong(calls -> Long.parseLong(calls.group(1)))
        .sum();
  }
}
