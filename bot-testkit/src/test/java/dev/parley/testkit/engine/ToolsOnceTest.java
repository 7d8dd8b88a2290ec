package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.StopOutcome;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedModel;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("A call to a tool that is not to run twice")
@Timeout(90)
class ToolsOnceTest extends ToolScene {
  private static final ToolResult SENT =
      new ToolResult.Success(JsonNodeFactory.instance.textNode("sent"));

  @Parameter Backing backing;

  /// The instance that dies.
  private final AtomicReference<BotInstance> dying = new AtomicReference<>();

  @BeforeEach
  void open() {
    open(backing);
    scene.model().answer(_ -> ScriptedReply.saying("Fine."));
  }

  /// Calls of an instance that dies; another one goes on.
  private Reply afterDeath(ScriptedTool tool, String lastNote) {
    ScriptedModel first =
        ScriptedModel.answering(_ -> ScriptedReply.saying().andHolding(new CountDownLatch(1)));
    first.next(calling(tool.spec().name()));
    dying.set(scene.bot(HURRIED.with(tool), first));
    dying.get().dieAfterNoting(lastNote);
    dying.get().engine().onMessage(Scene.direct("m1"));
    scene.bot(UNASKED.with(tool));
    return scene.awaitReply("m1");
  }

  private static Predicate<String> saysUnknown(String tool) {
    return text -> text.contains("I cannot say whether " + tool + " ran");
  }

  @Test
  @DisplayName("and had not begun when its instance died runs once, by another one")
  void beforeItBegan() {
    ScriptedTool send = ScriptedTool.saying("send", ToolEffect.CHANGES, "sent");

    Reply reply = afterDeath(send, "round-0");

    assertThat(reply.markdown()).isEqualTo("Fine.");
    assertThat(send.runs()).isEqualTo(1);
    assertThat(told()).containsExactly(SENT);
  }

  @Test
  @DisplayName("and was running when its instance died is not run again; all are told so")
  void whileItRan() {
    ScriptedTool send =
        new ScriptedTool(
            "send",
            ToolEffect.CHANGES,
            () -> {
              dying.get().die();
              return SENT;
            });

    Reply reply = afterDeath(send, "never");

    assertThat(reply.markdown()).startsWith("Fine.").matches(saysUnknown("send"));
    assertThat(send.runs()).isEqualTo(1);
    assertThat(told()).singleElement().isInstanceOf(ToolResult.Unknown.class);
  }

  @Test
  @DisplayName("and was about to run when its instance died is not run: nobody can tell")
  void afterItsMark() {
    ScriptedTool send = ScriptedTool.saying("send", ToolEffect.CHANGES, "sent");

    Reply reply = afterDeath(send, "round-0-call-0-begun");

    assertThat(reply.markdown()).startsWith("Fine.").matches(saysUnknown("send"));
    assertThat(send.runs()).isLessThanOrEqualTo(1);
    assertThat(told()).singleElement().isInstanceOf(ToolResult.Unknown.class);
  }

  @Test
  @DisplayName("and had ended when its instance died is known to the next one")
  void afterItEnded() {
    ScriptedTool send = ScriptedTool.saying("send", ToolEffect.CHANGES, "sent");

    Reply reply = afterDeath(send, "round-0-call-0");

    assertThat(reply.markdown()).isEqualTo("Fine.");
    assertThat(send.runs()).isEqualTo(1);
    assertThat(told()).containsExactly(SENT);
  }

  @Test
  @DisplayName("is no longer told from others where its tool is safe to repeat: it runs again")
  void repeatable() {
    ScriptedTool look =
        new ScriptedTool(
            "look",
            ToolEffect.READS,
            () -> {
              dying.get().die();
              return SENT;
            });

    Reply reply = afterDeath(look, "never");

    assertThat(reply.markdown()).isEqualTo("Fine.");
    assertThat(look.runs()).isEqualTo(2);
    assertThat(dying.get().noted()).doesNotContain("round-0-call-0-begun");
  }

  @Test
  @DisplayName(
      "and runs on while its instance goes down in order is not run again; all are told so")
  void goingDown() {
    CountDownLatch gate = new CountDownLatch(1);
    ScriptedTool send = ScriptedTool.hanging("send", ToolEffect.CHANGES, gate);
    scene.model().next(calling("send"));
    BotInstance stopping = scene.bot(HURRIED.with(send));
    stopping.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> send.runs() == 1);

    stopping.close();
    scene.bot(UNASKED.with(send));

    assertThat(scene.awaitReply("m1").markdown()).startsWith("Fine.").matches(saysUnknown("send"));
    assertThat(send.runs()).isEqualTo(1);
    gate.countDown();
  }

  @Test
  @DisplayName("and ends while its instance goes down in order is known to the next one")
  void endsGoingDown() {
    ScriptedTool send =
        new ScriptedTool(
            "send",
            ToolEffect.CHANGES,
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException hurried) {
                return SENT;
              }
              throw new IllegalStateException("nobody interrupted it");
            });
    scene.model().next(calling("send"));
    BotInstance stopping = scene.bot(HURRIED.with(send));
    stopping.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> send.runs() == 1);

    stopping.close();
    scene.bot(UNASKED.with(send));

    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("Fine.");
    assertThat(told()).containsExactly(SENT);
    assertThat(send.runs()).isEqualTo(1);
  }

  @Test
  @DisplayName("is told of also where each instance dies and the turn is given up")
  void givenUp() {
    Inbox dead = scene.storage().inbox(BotInstance.INBOX);
    dead.accept(Scene.direct("m1"), true);
    ClaimedTurn turn = taken(dead);
    scene.storage().journal().record(turn.lease(), "round-0-call-0-begun", "send");
    for (int takeOver = 1; takeOver < BotInstance.INBOX.mostTakeOvers(); takeOver++) {
      taken(dead);
    }

    scene.bot();

    Reply reply = scene.awaitReply("m1");
    assertThat(reply.tone()).isEqualTo(Reply.Tone.FAILURE);
    assertThat(reply.markdown()).matches(saysUnknown("send"));
    assertThat(remembered().answer()).contains("send ran, or not");
  }

  private static ClaimedTurn taken(Inbox inbox) {
    AtomicReference<List<ClaimedTurn>> claimed = new AtomicReference<>(List.of());
    Scene.await(
        () -> {
          claimed.set(inbox.claimDue(Said.SPOKEN, 1));
          return !claimed.get().isEmpty();
        });
    return claimed.get().getFirst();
  }

  @Test
  @DisplayName("does not run again for another answer to the same question; all are told so")
  void anotherAnswer() {
    ScriptedTool send = ScriptedTool.saying("send", ToolEffect.CHANGES, "sent");
    BotInstance bot = scene.bot(UNASKED.with(send));
    scene.model().next(calling("send"));
    ask(bot, "m1");
    Scene.await(() -> bot.engine().onStop(turn("m1"), asker()) == StopOutcome.NOT_RUNNING);
    scene.model().next(calling("send"));

    bot.engine().onRegenerate(turn("m1"), asker());

    Scene.await(() -> scene.wall().deliveries("m1") == 2);
    assertThat(send.runs()).isEqualTo(1);
    assertThat(told()).singleElement().isInstanceOf(ToolResult.Failure.class);
    assertThat(scene.awaitReply("m1").markdown())
        .isEqualTo("Fine.\n\nFor an earlier version of this answer, send was called already.");
  }

  @Test
  @DisplayName("does not run again where its question is edited meanwhile; all are told so")
  void edited() {
    CountDownLatch gate = new CountDownLatch(1);
    ScriptedTool send = ScriptedTool.hanging("send", ToolEffect.CHANGES, gate);
    BotInstance bot = scene.bot(HURRIED.with(send));
    scene.model().next(calling("send"));
    scene.model().next(calling("send"));
    bot.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> send.runs() == 1);

    bot.engine().onEdit(reworded(Scene.direct("m1")));

    assertThat(scene.awaitReply("m1").markdown())
        .isEqualTo("Fine.\n\nFor an earlier version of this answer, send was called already.");
    assertThat(send.runs()).isEqualTo(1);
    gate.countDown();
  }

  private static InboundMessage reworded(InboundMessage old) {
    return new InboundMessage(
        old.id(),
        old.place(),
        old.author(),
        old.addressing(),
        "better",
        old.sentAt(),
        old.replyAddress());
  }
}
