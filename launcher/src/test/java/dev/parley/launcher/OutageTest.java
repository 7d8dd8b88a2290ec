package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.Step;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.model.ScriptedResponder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When Redis is away")
@Timeout(180)
class OutageTest {
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final String ROOM = "room";
  private static final String QUICK =
      "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto";

  @TempDir private Path folder;
  private final RedisForTests redis = RedisForTests.started();
  private final ScriptedResponder gemini = new ScriptedResponder();
  private final GeminiProtocolServer server = GeminiProtocolServer.start(gemini);
  private final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void script() throws IOException {
    Files.writeString(
        folder.resolve("parley.yaml"), "turns: {lease: %ds}\n".formatted(LEASE.toSeconds()));
    gemini.whenever(
        ScriptedResponder.lastText("slowly"),
        Step.text("The answer "),
        new Step.Await(gate),
        Step.text("is whole."),
        Step.finish("STOP"));
    gemini.whenever(request -> true, Step.text("At your service."), Step.finish("STOP"));
  }

  @AfterEach
  void end() {
    gate.countDown();
    server.close();
    redis.close();
  }

  private BotProcess bot() {
    return BotProcess.start(
            folder,
            Map.of(
                "REDIS_URL", redis.url(),
                "GEMINI_API_KEY", "none-needed",
                "GEMINI_BASE_URL", server.uri().toString(),
                "PARLEY_CONFIG", folder.resolve("parley.yaml").toString(),
                "JAVA_TOOL_OPTIONS", QUICK))
        .awaitStart();
  }

  @Test
  @DisplayName("at the start, the bot starts, says so, and works by itself once Redis is there")
  void atTheStart() throws Exception {
    redis.kill();
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      Visitor.Answer alive = ann.get("/healthz");
      Visitor.Answer ready = ann.get("/readyz");
      Visitor.Answer refused = ann.say(ROOM, "hello");
      awaitTold(bot, "is away");

      redis.start();
      Visitor.until(() -> ann.get("/readyz").status() == 200);
      Visitor.Answer taken = ann.say(ROOM, "hello");

      assertThat(alive.status()).isEqualTo(200);
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body().path("problems").path(0).asText())
          .isEqualTo("Redis does not answer.");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body().path("error").asText()).startsWith("Messages cannot be stored");
      assertThat(taken.status()).isEqualTo(202);
      assertThat(ann.awaitAnswers(ROOM, 1)).containsExactly("At your service.");
      assertThat(gemini.requests()).hasSize(1);
      assertToldOnce(bot);
    }
  }

  @Test
  @DisplayName("while an answer is finished, it is posted once when Redis is back, not asked again")
  void whileAnAnswerIsFinished() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      converse(ann);

      redis.kill();
      Visitor.until(() -> ann.get("/readyz").status() == 503);
      gate.countDown();
      outlastTheLease();
      redis.start();

      assertAllIsAnswered(bot, ann);
    }
  }

  @Test
  @DisplayName("while the model still speaks, its turn goes on, though its lease ran out")
  void whileTheModelSpeaks() throws Exception {
    try (BotProcess bot = bot();
        Visitor ann = Visitor.of(bot)) {
      converse(ann);

      redis.kill();
      Visitor.until(() -> ann.get("/readyz").status() == 503);
      outlastTheLease();
      redis.start();
      Visitor.until(() -> ann.get("/readyz").status() == 200);
      outlastTheLease();
      gate.countDown();

      assertAllIsAnswered(bot, ann);
    }
  }

  /// One question whose answer grows, and one that waits behind it.
  private static void converse(Visitor ann) {
    ann.say(ROOM, "Tell me slowly");
    ann.awaitGrowing(ROOM, "The answer");
    ann.say(ROOM, "And something else");
  }

  private static void outlastTheLease() {
    LockSupport.parkNanos(LEASE.multipliedBy(2).toNanos());
  }

  private void assertAllIsAnswered(BotProcess bot, Visitor ann) {
    Visitor.until(() -> ann.get("/readyz").status() == 200);
    ann.awaitAnswers(ROOM, 2);
    ann.say(ROOM, "And one more");

    assertThat(ann.awaitAnswers(ROOM, 3))
        .containsExactly("The answer is whole.", "At your service.", "At your service.");
    assertThat(gemini.requests()).as("each message took one call to the model").hasSize(3);
    assertToldOnce(bot);
  }

  private static void awaitTold(BotProcess bot, String words) {
    Visitor.until(() -> bot.output().contains(words));
  }

  /// The operator reads one line of the outage and one of its end, and nothing else.
  private static void assertToldOnce(BotProcess bot) {
    awaitTold(bot, "is back");
    List<String> lines = bot.output().lines().toList();
    assertThat(lines).filteredOn(line -> line.contains("is away; Parley waits")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.contains("is back; work goes on")).hasSize(1);
    assertThat(lines)
        .filteredOn(line -> line.matches(".* (WARN|ERROR) .*|\\s+at .*|Caused by: .*"))
        .hasSize(1);
  }
}
