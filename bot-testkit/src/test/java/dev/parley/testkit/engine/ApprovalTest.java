package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inbox.RegenerateOutcome;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.model.ModelMessage;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("A call of a tool that changes something")
@Timeout(60)
class ApprovalTest extends ApprovalScene {
  @Parameter Backing backing;

  @BeforeEach
  void open() {
    open(backing);
  }

  @Test
  @DisplayName(
      "does not run: people see what it would do, with buttons to decide, and so does the"
          + " model")
  void waits() {
    Reply asking = asked(scene.bot(options()), TO_ANN);

    assertThat(tool.sent()).isEmpty();
    assertThat(asking.markdown())
        .startsWith("I will write to them.\n\n**Approval:** may `send_mail` run with this?\n\n")
        .contains("```json\n{\n  \"to\" : \"ann@example.org\"\n}\n```", "Waits until");
    assertThat(asking.actions())
        .extracting(ReplyAction::label)
        .containsExactly("Approve", "Decline");
    assertThat(request().messages().getLast())
        .isInstanceOfSatisfying(
            ModelMessage.FromTools.class,
            tools ->
                assertThat(tools.answers().getFirst().result())
                    .isInstanceOf(ToolResult.Waiting.class));
  }

  @Test
  @DisplayName("runs once its asker approves, with the very same arguments, and is told of")
  void approved() {
    BotInstance bot = scene.bot(options());
    Reply asking = asked(bot, TO_ANN);

    Reply pressed = Pressing.ASKER.approve(bot, asking);
    String told = tells(asking);
    Reply again = Pressing.ASKER.approve(bot, asking);

    assertThat(pressed).isEqualTo(Reply.answer("Ada approved it: `send_mail` runs."));
    assertThat(tool.sent()).containsExactly(TO_ANN);
    assertThat(told).contains("sent as number 1", "was approved by Ada", "ann@example.org");
    assertThat(again).isEqualTo(Reply.notice("Ada approved it already: `send_mail` runs."));
    assertThat(scene.storage().conversations().read(turn("m1").conversation()).turns())
        .extracting(past -> past.id().value())
        .containsExactly("m1", Pressing.turn(asking, "Approve"));
  }

  @Test
  @DisplayName("does not run where somebody declines, and the model knows that it has not")
  void declined() {
    BotInstance bot = scene.bot(options());
    Reply asking = asked(bot, TO_ANN);

    Reply pressed = Pressing.ADMIN.decline(bot, asking);
    Reply late = Pressing.ASKER.approve(bot, asking);
    bot.engine().onMessage(Said.message("m2"));
    scene.awaitReply("m2");

    assertThat(pressed).isEqualTo(Reply.answer("Cyd declined it: `send_mail` does not run."));
    assertThat(late).isEqualTo(Reply.notice("Cyd declined it already: `send_mail` does not run."));
    assertThat(tool.sent()).isEmpty();
    assertThat(request().messages().toString()).contains("Waiting");
  }

  @Test
  @DisplayName("is not decided by people who may not, and by those whom a rule lets")
  void wrongPerson() {
    BotInstance bot =
        scene.bot(ruled(options(), rule(Optional.empty(), Set.of("S-leads", "U-Dan"))));
    Reply asking = asked(bot, TO_ANN);

    Reply other = Pressing.OTHER.approve(bot, asking);
    Reply declining = Pressing.OTHER.decline(bot, asking);
    Reply lead = new Pressing("Eve", false, Set.of("S-leads")).approve(bot, asking);
    tells(asking);
    Reply named = new Pressing("Dan", false, Set.of()).decline(bot, asking);

    assertThat(other)
        .isEqualTo(
            Reply.notice(
                "Only Ada, or somebody who approves calls of `send\\_mail`, can decide about this."
                    .replace("\\_", "_")))
        .isEqualTo(declining);
    assertThat(lead).isEqualTo(Reply.answer("Eve approved it: `send_mail` runs."));
    assertThat(named).isEqualTo(Reply.notice("Eve approved it already: `send_mail` runs."));
    assertThat(tool.sent()).containsExactly(TO_ANN);
  }

  @Test
  @DisplayName("does not run once its time is over, and whoever presses is told")
  void expired() {
    BotInstance bot = scene.bot(options().waiting(Duration.ZERO));
    Reply asking = asked(bot, TO_ANN);

    Reply pressed = Pressing.ASKER.approve(bot, asking);
    Reply again = Pressing.ASKER.decline(bot, asking);

    assertThat(pressed.tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(pressed.markdown()).startsWith("It is too late: `send_mail` does not run.");
    assertThat(again).isEqualTo(pressed);
    assertThat(tool.sent()).isEmpty();
  }

  @Test
  @DisplayName("runs on another instance, after the one that asked has ended")
  void afterRestart() {
    BotInstance first = scene.bot(options());
    Reply asking = asked(first, TO_ANN);
    first.close();
    BotInstance second = scene.bot(options());

    Pressing.ASKER.approve(second, asking);

    assertThat(tells(asking)).contains("sent as number 1");
    assertThat(tool.sent()).containsExactly(TO_ANN);
  }

  @Test
  @DisplayName("runs once where many press at once on several instances")
  void atOnce() throws Exception {
    List<BotInstance> bots = List.of(scene.bot(options()), scene.bot(options()));
    Reply asking = asked(bots.getFirst(), TO_ANN);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> presses =
          List.of(
              () -> Pressing.ASKER.approve(bots.get(0), asking),
              () -> Pressing.ADMIN.approve(bots.get(1), asking),
              () -> Pressing.ADMIN.approve(bots.get(0), asking));
      List<Reply> heard =
          threads.invokeAll(presses).stream().map(press -> press.resultNow()).toList();
      tells(asking);
      bots.getFirst().engine().onMessage(Said.message("m2"));
      scene.awaitReply("m2");

      assertThat(heard).extracting(Reply::tone).contains(Reply.Tone.ANSWER);
      assertThat(tool.sent()).containsExactly(TO_ANN);
    }
  }

  @Test
  @DisplayName("does not run where a question is answered once more, nor twice where its own is")
  void regenerated() {
    BotInstance bot = scene.bot(options());
    Reply asking = asked(bot, TO_ANN);
    scene.model().next(ScriptedReply.calling("c2", SendingTool.NAME, TO_ANN));
    scene.model().next(ScriptedReply.saying("Shall I?"));

    RegenerateOutcome question = bot.engine().onRegenerate(turn("m1"), Said.by("Ada"));
    Scene.await(() -> scene.awaitReply("m1").markdown().startsWith("Shall I?"));
    Reply asked = scene.awaitReply("m1");
    assertThat(tool.sent()).isEmpty();
    Pressing.ASKER.approve(bot, asked);
    tells(asked);
    Scene.await(
        () -> scene.storage().conversations().read(turn("m1").conversation()).turns().size() == 2);
    int before = scene.model().requests().size();
    Scene.await(
        () ->
            bot.engine().onRegenerate(turn(Pressing.turn(asked, "Approve")), Said.by("Ada"))
                == RegenerateOutcome.STARTED);
    Scene.await(() -> scene.model().requests().size() > before);

    assertThat(question).isEqualTo(RegenerateOutcome.STARTED);
    assertThat(Pressing.turn(asked, "Approve")).isNotEqualTo(Pressing.turn(asking, "Approve"));
    assertThat(Scene.last(request())).contains("sent as number 1");
    assertThat(tool.sent()).containsExactly(TO_ANN);
  }

  @Test
  @DisplayName(
      "waits beside one other call, each with its buttons; a third has to be asked for" + " later")
  void several() {
    BotInstance bot = scene.bot(options());
    Reply asking = asked(bot, TO_ANN, TO_BEN, SendingTool.to("cyd@example.org"), TO_ANN);
    List<ToolResult> results =
        ((ModelMessage.FromTools) request().messages().getLast())
            .answers().stream().map(ModelMessage.Answered::result).toList();

    Pressing.ASKER.press(bot, asking, "Decline 1");
    Pressing.ASKER.press(bot, asking, "Approve 2");
    scene.awaitReply(Pressing.turn(asking, "Approve 2"));

    assertThat(asking.actions())
        .extracting(ReplyAction::label)
        .containsExactly("Approve 1", "Decline 1", "Approve 2", "Decline 2");
    assertThat(asking.markdown()).contains("ann@", "ben@").doesNotContain("cyd@");
    assertThat(results.subList(0, 2)).allMatch(ToolResult.Waiting.class::isInstance);
    assertThat(results.get(2).toString()).contains("only 2 calls can wait");
    assertThat(tool.sent()).containsExactly(TO_BEN);
  }
}
