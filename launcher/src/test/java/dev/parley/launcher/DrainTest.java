package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.demo.protocol.GeminiProtocolServer;
import dev.parley.demo.protocol.Step;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.testkit.model.ScriptedResponder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the bot is stopped while it answers")
@Timeout(180)
class DrainTest {
  private static final String ROOM = "room";
  private static final String OTHER_ROOM = "other-room";
  private static final String QUICK = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";
  private static final int ENDED_BY_CTRL_C = 130;

  /// Longer than the test waits for an answer: what is answered after a start was given back.
  private static final String LEASE = "5m";

  @TempDir private Path folder;
  private final RedisForTests redis = RedisForTests.started();
  private final ScriptedResponder gemini = new ScriptedResponder();
  private final GeminiProtocolServer server = GeminiProtocolServer.start(gemini);
  private final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void script() {
    gemini.next(
        Step.text("The answer "),
        new Step.Await(gate),
        Step.text("is whole."),
        Step.finish("STOP"));
  }

  @AfterEach
  void end() {
    gate.countDown();
    server.close();
    redis.close();
  }

  private BotProcess bot(String drainTime) throws IOException {
    Path config = folder.resolve("parley.yaml");
    Files.writeString(config, "turns: {lease: %s, drain-time: %s}\n".formatted(LEASE, drainTime));
    return BotProcess.start(
            folder,
            Map.of(
                "REDIS_URL", redis.url(),
                "GEMINI_API_KEY", "none-needed",
                "GEMINI_BASE_URL", server.uri().toString(),
                "PARLEY_CONFIG", config.toString(),
                "JAVA_TOOL_OPTIONS", QUICK))
        .awaitStart();
  }

  private static void ask(Visitor ann) {
    ann.say(ROOM, "Tell me slowly");
    ann.awaitGrowing(ROOM, "The answer");
  }

  private void answerTheRest() {
    gemini.whenever(request -> true, Step.text("At your service."), Step.finish("STOP"));
  }

  @Test
  @DisplayName("the answer is finished and posted; what comes meanwhile is for the next start")
  void theAnswerIsFinished() throws Exception {
    try (BotProcess bot = bot("60s");
        Visitor ann = Visitor.of(bot)) {
      ask(ann);

      bot.pressCtrlC();
      Visitor.until(() -> bot.output().contains("Stopping ..."));
      int behind = ann.say(ROOM, "And this?").status();
      int elsewhere = ann.say(OTHER_ROOM, "And that?").status();
      gate.countDown();

      assertThat(bot.exitCode()).isEqualTo(ENDED_BY_CTRL_C);
      assertThat(behind).isEqualTo(202);
      assertThat(elsewhere).isEqualTo(202);
      assertThat(gemini.requests()).as("turns begun").hasSize(1);
      assertThat(bot.output()).doesNotContain(" WARN ", " ERROR ");
    }
    answerTheRest();
    try (BotProcess next = bot("60s");
        Visitor ann = Visitor.of(next)) {

      assertThat(ann.awaitAnswers(ROOM, 2))
          .containsExactly("The answer is whole.", "At your service.");
      assertThat(ann.awaitAnswers(OTHER_ROOM, 1)).containsExactly("At your service.");
      assertThat(gemini.requests()).hasSize(3);
    }
  }

  @Test
  @DisplayName("and may not finish, the next start answers at once")
  void theTurnIsGivenBack() throws Exception {
    try (BotProcess bot = bot("0s");
        Visitor ann = Visitor.of(bot)) {
      ask(ann);

      bot.pressCtrlC();

      assertThat(bot.exitCode()).isEqualTo(ENDED_BY_CTRL_C);
      assertThat(bot.output()).doesNotContain(" WARN ", " ERROR ");
    }
    answerTheRest();
    try (BotProcess next = bot("0s");
        Visitor ann = Visitor.of(next)) {

      assertThat(ann.awaitAnswers(ROOM, 1)).containsExactly("At your service.");
      assertThat(ann.questions(ROOM)).containsExactly("Tell me slowly");
      assertThat(gemini.requests()).hasSize(2);
    }
  }

  @Test
  @DisplayName("again and by other signals, it ends as after the first one")
  void signalledAgain() throws Exception {
    try (BotProcess bot = bot("60s");
        Visitor ann = Visitor.of(bot)) {
      ask(ann);

      bot.pressCtrlC();
      Visitor.until(() -> bot.output().contains("Stopping ..."));
      bot.pressCtrlC();
      bot.terminate();
      assertThat(ann.answers(ROOM)).isEmpty();
      gate.countDown();

      assertThat(bot.exitCode()).isEqualTo(ENDED_BY_CTRL_C);
      assertThat(bot.output()).containsOnlyOnce("Stopping ...").doesNotContain(" WARN ", " ERROR ");
    }
    try (BotProcess next = bot("60s");
        Visitor ann = Visitor.of(next)) {

      assertThat(ann.awaitAnswers(ROOM, 1)).containsExactly("The answer is whole.");
      assertThat(gemini.requests()).hasSize(1);
    }
  }
}
