package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.MessageId;
import dev.parley.identity.Requester;
import dev.parley.identity.UserId;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.message.Reply;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.platform.DeliveryException;
import dev.parley.platform.MessageReceipt;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.turn.TurnSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("A message to the bot")
@Timeout(60)
class AnsweringTest {
  private static final UserId ADA = Said.author("Ada").id();

  @Parameter Backing backing;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(backing);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @DisplayName("is answered, and the answer grows before people's eyes")
  void isAnswered() {
    MessageReceipt receipt = scene.bot().engine().onMessage(Scene.direct("m1"));

    assertThat(scene.awaitReply("m1")).isEqualTo(Reply.answer("re: text of m1"));
    assertThat(receipt).isEqualTo(MessageReceipt.ACCEPTED);
    assertThat(scene.wall().deltas("m1")).containsExactly("re: ", "text of m1");
  }

  @Test
  @DisplayName("is answered whole at the end where the platform cannot show it growing")
  void isAnsweredWhole() {
    scene.bot(BotOptions.DEFAULTS.notStreaming()).engine().onMessage(Scene.direct("m1"));

    assertThat(scene.awaitReply("m1")).isEqualTo(Reply.answer("re: text of m1"));
    assertThat(scene.wall().deltas("m1")).isEmpty();
  }

  @Test
  @DisplayName("that comes again is answered once, whichever instance it comes to")
  void isAnsweredOnce() {
    BotInstance one = scene.bot();
    BotInstance other = scene.bot();

    one.engine().onMessage(Scene.direct("m1"));
    scene.awaitReply("m1");
    MessageReceipt again = other.engine().onMessage(Scene.direct("m1"));

    assertThat(again).isEqualTo(MessageReceipt.DUPLICATE);
    assertThat(scene.model().requests()).hasSize(1);
  }

  @Test
  @DisplayName(
      "waits for the answer before it, and is then answered with what its author said meanwhile")
  void waitsAndIsMerged() {
    CountDownLatch gate = new CountDownLatch(1);
    scene.model().next(ScriptedReply.saying().andHolding(gate).andSaying("first"));
    BotInstance bot = scene.bot();

    bot.engine().onMessage(Said.message("m1"));
    bot.engine().onMessage(Said.message("m2"));
    bot.engine().onMessage(Said.message("m3", Said.channel("general"), "Bob"));
    bot.engine().onMessage(Said.message("m4"));
    gate.countDown();
    scene.awaitReply("m3");

    assertThat(scene.wall().posts())
        .extracting(Reply::markdown)
        .containsExactly("first", "re: Ada: text of m2\n\nAda: text of m4", "re: Bob: text of m3");
  }

  @Test
  @DisplayName("does not wait for other conversations")
  void runsBesideOthers() {
    CountDownLatch gate = new CountDownLatch(1);
    scene.model().next(ScriptedReply.saying().andHolding(gate).andSaying("slow"));
    BotInstance bot = scene.bot();

    bot.engine().onMessage(Said.message("m1"));
    Scene.await(() -> scene.model().requests().size() == 1);
    bot.engine().onMessage(Said.message("m2", Said.channel("random"), "Ada"));

    assertThat(scene.awaitReply("m2").markdown()).isEqualTo("re: Ada: text of m2");
    assertThat(scene.wall().replyTo("m1")).isEmpty();
    gate.countDown();
    scene.awaitReply("m1");
  }

  @Test
  @DisplayName("waits where the instance has no room, and is answered when it has")
  void waitsForRoom() {
    CountDownLatch gate = new CountDownLatch(1);
    scene.model().next(ScriptedReply.saying().andHolding(gate).andSaying("slow"));
    BotInstance bot =
        scene.bot(
            BotOptions.DEFAULTS.with(
                new EngineSettings(1, Duration.ofSeconds(20), Duration.ofHours(1))));

    bot.engine().onMessage(Said.message("m1"));
    Scene.await(() -> scene.model().requests().size() == 1);
    bot.engine().onMessage(Said.message("m2", Said.channel("random"), "Ada"));
    assertThat(scene.model().requests()).hasSize(1);
    gate.countDown();

    assertThat(scene.awaitReply("m2").markdown()).isEqualTo("re: Ada: text of m2");
  }

  @Test
  @DisplayName("is refused, and not stored, where too many wait already")
  void isRefusedWhereTooManyWait() {
    CountDownLatch gate = new CountDownLatch(1);
    scene.model().next(ScriptedReply.saying().andHolding(gate).andSaying("slow"));
    BotInstance bot = scene.bot();
    int room = BotInstance.INBOX.mostWaiting();

    for (int number = 0; number <= room; number++) {
      assertThat(bot.engine().onMessage(Said.message("m" + number)))
          .isEqualTo(MessageReceipt.ACCEPTED);
    }
    MessageReceipt last = bot.engine().onMessage(Said.message("late"));
    gate.countDown();
    scene.awaitReply("m1");

    assertThat(last).isEqualTo(MessageReceipt.REFUSED);
    assertThat(bot.engine().onMessage(Said.message("late"))).isEqualTo(MessageReceipt.ACCEPTED);
    scene.awaitReply("late");
  }

  @Test
  @DisplayName("can be stopped by its asker alone; what was said so far stays")
  void canBeStopped() {
    scene.model().next(ScriptedReply.saying("Once").andHolding(new CountDownLatch(1)));
    BotInstance bot = scene.bot();
    BotInstance other = scene.bot();
    TurnRef turn = new TurnRef(Said.general(), new MessageId("m1"));

    bot.engine().onMessage(Said.message("m1"));
    Scene.await(() -> !scene.wall().deltas("m1").isEmpty());
    StopOutcome byBob = other.engine().onStop(turn, Requester.plain(new UserId("U-Bob")));
    StopOutcome byAda = other.engine().onStop(turn, Requester.plain(ADA));

    assertThat(scene.awaitReply("m1").markdown()).startsWith("Once").endsWith("_Stopped._");
    assertThat(byBob).isEqualTo(StopOutcome.NOT_YOURS);
    assertThat(byAda).isEqualTo(StopOutcome.STOPPING);
    Scene.await(() -> bot.engine().onStop(turn, Requester.plain(ADA)) == StopOutcome.NOT_RUNNING);
  }

  @Test
  @DisplayName("lets the model call a tool, and the model is given its result")
  void callsTools() {
    scene
        .model()
        .next(
            ScriptedReply.saying("Let me see.")
                .andCalling("c1", "current_time", JsonNodeFactory.instance.objectNode()));
    scene.model().next(ScriptedReply.saying("It is late."));

    scene.bot().engine().onMessage(Scene.direct("m1"));

    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("Let me see.\n\nIt is late.");
    assertThat(scene.wall().statuses("m1")).contains("Using current_time…");
    List<ModelMessage> given = scene.model().requests().get(1).messages();
    assertThat(given.get(1)).isInstanceOf(ModelMessage.FromModel.class);
    assertThat(Scene.text(given.get(1))).contains("thoughtSignature");
    assertThat(Scene.text(given.get(2))).contains("weekday");
    assertThat(scene.model().requests().get(1).mayFallBack()).isFalse();
  }

  @Test
  @DisplayName("does not let the model call tools for ever")
  void boundsTools() {
    scene
        .model()
        .answer(
            request ->
                ScriptedReply.calling(
                    "c" + request.messages().size(),
                    "current_time",
                    JsonNodeFactory.instance.objectNode()));

    scene.bot().engine().onMessage(Scene.direct("m1"));

    assertThat(scene.awaitReply("m1").tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(scene.model().requests()).hasSize(TurnSettings.DEFAULTS.mostRounds() + 1);
    assertThat(scene.model().requests().getLast().tools()).isEmpty();
  }

  @Test
  @DisplayName("that the model cannot answer is told so, and the next one is answered")
  void tellsFailures() {
    scene
        .model()
        .next(
            ScriptedReply.failing(
                new ModelOverloadedException("secret detail", Optional.empty(), null)));
    scene.model().next(ScriptedReply.failing(new ModelRejectedException(403, "no", null)));
    scene.model().next(ScriptedReply.saying().ending(FinishReason.QUESTION_BLOCKED));
    scene.model().next(ScriptedReply.saying());
    BotInstance bot = scene.bot();

    List<Reply> replies =
        List.of("m1", "m2", "m3", "m4", "m5").stream()
            .map(
                id -> {
                  bot.engine().onMessage(Scene.direct(id));
                  return scene.awaitReply(id);
                })
            .toList();

    assertThat(replies)
        .extracting(Reply::tone)
        .containsExactly(
            Reply.Tone.FAILURE,
            Reply.Tone.FAILURE,
            Reply.Tone.NOTICE,
            Reply.Tone.NOTICE,
            Reply.Tone.ANSWER);
    assertThat(replies).doesNotHaveDuplicates();
    assertThat(replies.toString()).doesNotContain("secret detail");
  }

  @Test
  @DisplayName("ends where nobody can be told, and the next one is answered")
  void endsUndelivered() {
    BotInstance bot = scene.bot();
    bot.platform().failNext(new DeliveryException("nobody is there", false, null));

    bot.engine().onMessage(Scene.direct("m1"));
    bot.engine().onMessage(Scene.direct("m2"));

    assertThat(scene.awaitReply("m2").markdown()).isEqualTo("re: text of m2");
    assertThat(scene.wall().replyTo("m1")).isEmpty();
    assertThat(scene.model().requests()).hasSize(2);
  }

  @Test
  @DisplayName("is answered once though the platform failed for a while")
  void survivesDeliveryFailures() {
    BotInstance bot = scene.bot();
    bot.platform().failNext(new DeliveryException("busy", true, null));
    bot.platform().failNext(new DeliveryException("busy", true, null));

    bot.engine().onMessage(Scene.direct("m1"));

    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("re: text of m1");
    assertThat(scene.model().requests()).hasSize(1);
  }
}
