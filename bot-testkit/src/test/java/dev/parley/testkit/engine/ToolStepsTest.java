package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.Requester;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.platform.ToolStep;
import dev.parley.platform.ToolStep.State;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolFigures;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("While tools run, people see")
@Timeout(60)
class ToolStepsTest extends PaintingScene {
  private static final ToolStep TIME = new ToolStep("0-0", "Current time", State.RUNNING, "");
  private static final ToolStep FOX = new ToolStep("0-1", "Picture: A fox", State.RUNNING, "");

  @Parameter Backing backing;

  @BeforeEach
  void open() {
    open(backing);
  }

  private static ToolStep now(ToolStep step, State state, String detail) {
    return new ToolStep(step.id(), step.title(), state, detail);
  }

  private static ScriptedReply both() {
    return ScriptedReply.saying()
        .andCalling("1", "current_time", JsonNodeFactory.instance.objectNode())
        .andCalling("2", "make_picture", wish("A fox"));
  }

  private static void awaitDone(FakeWall wall) {
    Scene.await(() -> wall.steps("m1").contains(now(TIME, State.DONE, "")));
  }

  @Test
  @DisplayName("each of them begin and end, side by side, and how they went is counted")
  void sideBySide() {
    CountDownLatch gate = new CountDownLatch(1);
    words.add(both());
    words.add(ScriptedReply.saying("There you are."));
    paintings.add(painting(SomePicture.RED).andHolding(gate));
    BotInstance bot = scene.bot(PAINTING);

    bot.engine().onMessage(Scene.direct("m1"));
    awaitDone(scene.wall());
    List<ToolStep> meanwhile = scene.wall().steps("m1");
    gate.countDown();
    scene.awaitReply("m1");

    assertThat(meanwhile).containsExactly(TIME, FOX, now(TIME, State.DONE, ""));
    assertThat(scene.wall().steps("m1")).last().isEqualTo(now(FOX, State.DONE, ""));
    assertThat(bot.toolStatistics().lately(Scene.direct("m1").place().tenant()))
        .extracting(ToolFigures::tool, ToolFigures::calls, ToolFigures::failures)
        .containsExactlyInAnyOrder(tuple("current_time", 1L, 0L), tuple("make_picture", 1L, 0L));
  }

  @Test
  @DisplayName("which of them failed; one that there is not is not counted")
  void failed() {
    words.add(ScriptedReply.calling("1", "no_such_tool", wish("A fox")));
    words.add(ScriptedReply.saying("That cannot be."));
    BotInstance bot = scene.bot(PAINTING);

    ask(bot, "m1");

    assertThat(scene.wall().steps("m1"))
        .containsExactly(new ToolStep("0-0", "No such tool: A fox", State.FAILED, ""));
    assertThat(bot.toolStatistics().lately(Scene.direct("m1").place().tenant())).isEmpty();
  }

  @Test
  @DisplayName("as stopped what ran when they stopped it, which is not counted")
  void stopped() {
    words.add(both());
    paintings.add(painting(SomePicture.RED).andHolding(new CountDownLatch(1)));
    BotInstance bot = scene.bot(PAINTING);
    InboundMessage question = Scene.direct("m1");
    bot.engine().onMessage(question);
    awaitDone(scene.wall());

    TurnRef turn =
        new TurnRef(
            question.place().conversation(BotInstance.DEFAULTS.scope(), question.author().id()),
            question.id());
    bot.engine().onStop(turn, Requester.plain(question.author().id()));
    scene.awaitReply("m1");

    assertThat(scene.wall().steps("m1")).last().isEqualTo(now(FOX, State.FAILED, "stopped"));
    assertThat(bot.toolStatistics().lately(question.place().tenant()))
        .extracting(ToolFigures::tool)
        .containsExactly("current_time");
  }

  @Test
  @DisplayName(
      "what was done before another instance took over as done, and run anew the rest only")
  void takenOver() {
    BotInstance dying = scene.bot(MORTAL);
    words.add(both());
    words.add(ScriptedReply.saying("There you are."));
    paintings.add(painting(SomePicture.RED).andHolding(new CountDownLatch(1)));
    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> dying.noted().contains("round-0-call-0") && paintedSoFar() == 1);
    awaitDone(scene.wall());
    int before = scene.wall().steps("m1").size();
    paintings.add(painting(SomePicture.RED));
    dying.die();
    BotInstance heir = scene.bot(PAINTING);

    scene.awaitReply("m1");

    assertThat(scene.wall().steps("m1").stream().skip(before))
        .containsExactly(now(TIME, State.DONE, ""), FOX, now(FOX, State.DONE, ""));
    assertThat(heir.toolStatistics().lately(Scene.direct("m1").place().tenant()))
        .extracting(ToolFigures::tool)
        .containsExactly("make_picture");
  }
}
