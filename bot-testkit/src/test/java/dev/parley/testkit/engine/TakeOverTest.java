package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.ContextSettings;
import dev.parley.engine.EngineSettings;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.message.Reply;
import dev.parley.model.LanguageModel;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedModel;
import dev.parley.testkit.model.ScriptedReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
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
@DisplayName("When an instance dies or goes down")
@Timeout(60)
class TakeOverTest {
  /// Instances that are not waited for at their end.
  private static final BotOptions HURRIED =
      BotOptions.DEFAULTS.with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));

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
  @DisplayName("before it answered, another one answers")
  void anotherAnswers() {
    ScriptedModel silent =
        ScriptedModel.answering(
            request -> ScriptedReply.saying().andHolding(new CountDownLatch(1)));
    BotInstance dying = scene.bot(HURRIED, silent);

    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> silent.requests().size() == 1);
    dying.die();
    scene.bot();

    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("re: text of m1");
    assertThat(scene.wall().deliveries("m1")).isEqualTo(1);
  }

  @Test
  @DisplayName("after its answer was stored, that answer is posted and the model not asked again")
  void theStoredAnswerIsPosted() {
    Inbox dead = scene.storage().inbox(BotInstance.INBOX);
    ClaimedTurn turn = claimed(dead.accept(Scene.direct("m1"), true));
    dead.answered(turn.lease(), Reply.answer("stored"), Optional.of(Said.turn(turn)));

    scene.bot();

    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("stored");
    assertThat(scene.model().requests()).isEmpty();
  }

  @Test
  @DisplayName("after a round with tools, that round is not paid for again")
  void theRoundIsNotRepeated() {
    ScriptedModel first =
        ScriptedModel.answering(
            request -> ScriptedReply.saying().andHolding(new CountDownLatch(1)));
    first.next(
        ScriptedReply.saying("Let me see.")
            .andCalling("c1", "current_time", JsonNodeFactory.instance.objectNode()));
    BotInstance dying = scene.bot(HURRIED, first);

    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> first.requests().size() == 2);
    dying.die();
    scene.model().next(ScriptedReply.saying("It is late."));
    scene.bot();

    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("Let me see.\n\nIt is late.");
    assertThat(scene.model().requests()).hasSize(1);
    assertThat(scene.model().requests().getFirst().messages()).hasSize(3);
  }

  @Test
  @DisplayName(
      "again and again over one message, the message ends as failed and its author is told")
  void theMessageIsGivenUp() {
    Inbox dead = scene.storage().inbox(BotInstance.INBOX);
    claimed(dead.accept(Scene.direct("m1"), true));
    for (int takeOver = 0; takeOver < BotInstance.INBOX.mostTakeOvers(); takeOver++) {
      Scene.await(() -> !dead.claimDue(Said.SPOKEN, 1).isEmpty());
    }

    BotInstance alive = scene.bot();

    assertThat(scene.awaitReply("m1").tone()).isEqualTo(Reply.Tone.FAILURE);
    assertThat(scene.model().requests()).isEmpty();
    alive.engine().onMessage(Scene.direct("m2"));
    assertThat(scene.awaitReply("m2").markdown()).isEqualTo("re: text of m2");
  }

  @Test
  @DisplayName("what still comes back to life posts nothing of a turn that others answered")
  void theLateOneIsFenced() {
    CountDownLatch gate = new CountDownLatch(1);
    ScriptedModel late =
        ScriptedModel.answering(
            request -> ScriptedReply.saying().andHolding(gate).andSaying("too late"));
    BotInstance dying = scene.bot(HURRIED, late);

    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> late.requests().size() == 1);
    dying.die();
    scene.bot();
    scene.awaitReply("m1");
    gate.countDown();
    dying.close();

    assertThat(scene.wall().posts()).extracting(Reply::markdown).containsExactly("re: text of m1");
    assertThat(scene.wall().deliveries("m1")).isEqualTo(1);
  }

  @Test
  @DisplayName("in order, it finishes what runs and leaves what comes to the next start")
  void itDrains() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    scene.model().next(ScriptedReply.saying().andHolding(gate).andSaying("finished"));
    BotInstance stopping = scene.bot();
    stopping.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> scene.model().requests().size() == 1);

    Thread drain = Thread.ofVirtual().start(() -> stopping.engine().drain());
    Scene.await(
        () -> {
          stopping.engine().onMessage(Said.message("m2"));
          return drain.isAlive();
        });
    gate.countDown();
    drain.join();

    assertThat(scene.wall().replyTo("m1")).contains(Reply.answer("finished"));
    scene.bot();
    assertThat(scene.awaitReply("m2").markdown()).isEqualTo("re: Ada: text of m2");
  }

  @Test
  @DisplayName("in order but pressed for time, it leaves what runs to others at once")
  void itLeavesWhatRuns() {
    ScriptedModel silent =
        ScriptedModel.answering(
            request -> ScriptedReply.saying().andHolding(new CountDownLatch(1)));
    BotInstance stopping = scene.bot(HURRIED, silent);
    stopping.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> silent.requests().size() == 1);

    stopping.close();
    scene.bot();

    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("re: text of m1");
  }

  @Test
  @DisplayName("in order but pressed for time, it leaves a summary to the next turn")
  void itLeavesTheSummary() {
    scene
        .model()
        .answer(
            request ->
                request.system().startsWith("Summarise")
                    ? ScriptedReply.saying().andHolding(new CountDownLatch(1))
                    : ScriptedReply.saying("so be it. ".repeat(40)));
    BotInstance stopping = scene.bot(HURRIED.with(new ContextSettings(250, 150)));
    for (String id : List.of("m1", "m2", "m3")) {
      stopping.engine().onMessage(Scene.direct(id));
      scene.awaitReply(id);
    }
    Scene.await(() -> scene.model().requests().size() == 4);
    stopping.engine().onMessage(Scene.direct("m4"));

    stopping.close();

    assertThat(scene.storage().inbox(BotInstance.INBOX).claimDue(Said.SPOKEN, 5))
        .extracting(turn -> turn.firstMessage().id().value())
        .containsExactly("m4");
  }

  @Test
  @DisplayName("in order, it waits for what runs once only")
  void itWaitsOnce() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    LanguageModel deaf =
        request -> {
          asked.countDown();
          while (gate.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
          }
          return scene.model().stream(request);
        };
    BotInstance stopping =
        scene.bot(
            HURRIED.with(new EngineSettings(20, Duration.ofHours(1), Duration.ofMillis(100))),
            deaf);
    stopping.engine().onMessage(Scene.direct("m1"));
    asked.await();
    Thread hurried = Thread.ofVirtual().start(() -> stopping.engine().drain());
    hurried.interrupt();
    hurried.join();

    boolean closed = Thread.ofVirtual().start(stopping::close).join(Scene.PATIENCE);
    gate.countDown();

    assertThat(closed).isTrue();
  }

  private static ClaimedTurn claimed(Accepted accepted) {
    assertThat(accepted).isInstanceOf(Accepted.Claimed.class);
    return ((Accepted.Claimed) accepted).turn();
  }
}
