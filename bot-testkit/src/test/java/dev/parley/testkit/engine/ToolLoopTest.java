package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.inbox.StopOutcome;
import dev.parley.message.Reply;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelUnreachableException;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolLimits;
import dev.parley.tool.ToolResult;
import dev.parley.turn.TurnSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("While the model calls tools")
@Timeout(90)
class ToolLoopTest extends ToolScene {
  private static final ToolLimits QUICK = limits(Duration.ofMillis(150), Duration.ofMinutes(1));

  private static final ObjectNode NO_ARGUMENTS = JsonNodeFactory.instance.objectNode();

  private final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void open() {
    open(Backing.MEMORY);
    scene.model().answer(_ -> ScriptedReply.saying("Fine."));
  }

  private static ToolLimits limits(Duration each, Duration inAll) {
    return new ToolLimits(each, inAll, 3, 1_024);
  }

  private BotInstance bot(ToolLimits limits, ScriptedTool... tools) {
    return scene.bot(HURRIED.with(limits).with(tools));
  }

  @Test
  @DisplayName("a call that takes too long is given up; who changes something may have done it")
  void timeLimit() {
    ScriptedTool look = ScriptedTool.hanging("look", ToolEffect.READS, gate);
    ScriptedTool send = ScriptedTool.hanging("send", ToolEffect.CHANGES, gate);
    scene.model().next(calling("look", "send"));

    Reply reply = ask(bot(QUICK, look, send), "m1");

    assertThat(told())
        .satisfiesExactly(
            looked -> assertThat(looked).isInstanceOf(ToolResult.Failure.class),
            sent -> assertThat(sent).isInstanceOf(ToolResult.Unknown.class));
    assertThat(reply.markdown())
        .startsWith("Fine.")
        .contains("I cannot say whether send ran: it took longer than")
        .doesNotContain("whether look ran");
    gate.countDown();
  }

  @Test
  @DisplayName("all calls of an answer have a time together; after it none begins")
  void timeInAll() {
    ScriptedTool slow = ScriptedTool.hanging("slow", ToolEffect.READS, gate);
    ScriptedTool send = ScriptedTool.saying("send", ToolEffect.CHANGES, "sent");
    scene.model().next(calling("slow"));
    scene.model().next(calling("send"));

    Reply reply = ask(bot(limits(Duration.ofMinutes(1), Duration.ofMillis(150)), slow, send), "m1");

    assertThat(reply.markdown()).isEqualTo("Fine.");
    assertThat(send.runs()).isZero();
    assertThat(told().toString()).contains("was not run", "used up");
    gate.countDown();
  }

  @Test
  @DisplayName("stop ends also a call that hears of nothing; people learn what may have happened")
  void stop() {
    ScriptedTool send = ScriptedTool.hanging("send", ToolEffect.CHANGES, gate);
    scene.model().next(calling(times(4, "send")));
    BotInstance bot = bot(limits(Duration.ofMinutes(5), Duration.ofMinutes(5)), send);
    bot.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> send.runs() == 3);

    StopOutcome outcome = bot.engine().onStop(turn("m1"), asker());

    assertThat(outcome).isEqualTo(StopOutcome.STOPPING);
    assertThat(scene.awaitReply("m1").markdown())
        .isEqualTo(
            "Stopped before an answer came.\n\nI cannot say whether send ran: "
                + "stop was pressed while it ran. Please look before you ask for it again.");
    assertThat(send.runs()).isEqualTo(3);
    assertThat(scene.model().requests()).hasSize(1);
    assertThat(remembered().answer()).contains("send ran, or not: nobody knows");
    gate.countDown();
  }

  @Test
  @DisplayName("what was done before stop is remembered with what was said")
  void stopAfterWords() {
    ScriptedTool quick = ScriptedTool.saying("quick", ToolEffect.CHANGES, "done");
    ScriptedTool slow = ScriptedTool.hanging("slow", ToolEffect.READS, gate);
    scene.model().next(ScriptedReply.saying("Let me see.").andCalling("1", "quick", NO_ARGUMENTS));
    scene.model().next(calling("slow"));
    BotInstance bot = bot(ToolLimits.DEFAULTS, quick, slow);
    bot.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> slow.runs() == 1);

    bot.engine().onStop(turn("m1"), asker());

    assertThat(scene.awaitReply("m1").markdown())
        .isEqualTo("Let me see.\n\n_Stopped._\n\nBefore this, quick ran.");
    assertThat(remembered().steps()).hasSize(4);
    assertThat(results(remembered().steps())).allMatch(ToolResult.Failure.class::isInstance);
    gate.countDown();
  }

  @Test
  @DisplayName("a tool of which too many calls hang is not called any more, for now")
  void hanging() {
    ScriptedTool look = ScriptedTool.hanging("look", ToolEffect.READS, gate);
    BotInstance bot = bot(QUICK, look);
    for (String id : List.of("m1", "m2", "m3")) {
      scene.model().next(calling(times(4, "look")));
      ask(bot, id);
    }

    assertThat(look.runs()).isEqualTo(8);
    assertThat(told().toString()).contains("too many calls of it hang");

    gate.countDown();
    Scene.await(
        () -> {
          scene.model().next(calling("look"));
          ask(bot, "again-" + look.runs());
          return look.runs() > 8;
        });
  }

  @Test
  @DisplayName("only some run side by side, and of an absurd number of calls only some at all")
  void manyCalls() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ScriptedTool look =
        new ScriptedTool(
            "look",
            ToolEffect.READS,
            () -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.yield();
              running.decrementAndGet();
              return new ToolResult.Failure("nothing");
            });
    scene.model().next(calling(times(40, "look")));

    ask(bot(ToolLimits.DEFAULTS, look), "m1");

    assertThat(look.runs()).isEqualTo(ToolLimits.MOST_IN_ROUND);
    assertThat(most.get()).isLessThanOrEqualTo(ToolLimits.DEFAULTS.mostAtOnce());
    assertThat(told()).hasSize(40);
    assertThat(told().getLast().toString()).contains("was not run");
  }

  @Test
  @DisplayName("a large result is cut, and the model is told how much is missing")
  void largeResult() {
    ScriptedTool read = ScriptedTool.saying("read", ToolEffect.READS, "wide ".repeat(20_000));
    scene.model().next(calling("read"));

    ask(bot(ToolLimits.DEFAULTS, read), "m1");

    JsonNode output = output(told());
    assertThat(output.path("cut").asBoolean()).isTrue();
    assertThat(output.path("left_out").asText()).endsWith("of 100000 characters");
    assertThat(output.path("beginning").asText())
        .startsWith("wide wide")
        .hasSizeGreaterThan(60_000);
  }

  @Test
  @DisplayName("of what tools told, later questions are given the beginning")
  void remembersInShort() {
    ScriptedTool read = ScriptedTool.saying("read", ToolEffect.READS, "wide ".repeat(5_000));
    BotInstance bot = bot(ToolLimits.DEFAULTS, read);
    scene.model().next(calling("read", "read"));
    ask(bot, "m1");
    int whole = told().toString().length();

    ask(bot, "m2");

    assertThat(whole).isGreaterThan(50_000);
    assertThat(told()).hasSize(2);
    assertThat(told().toString()).hasSizeBetween(4_000, 9_000).contains("\"cut\":true");
    assertThat(remembered().tokens()).isLessThan(100);
  }

  private static JsonNode output(List<ToolResult> results) {
    return results.getFirst() instanceof ToolResult.Success success
        ? success.output()
        : MissingNode.getInstance();
  }

  @Test
  @DisplayName("a tool that breaks in the middle of a change may have changed something")
  void broken() {
    ScriptedTool send =
        new ScriptedTool(
            "send",
            ToolEffect.CHANGES,
            () -> {
              throw new IllegalStateException("secret detail");
            });
    scene.model().next(calling("send"));

    Reply reply = ask(bot(ToolLimits.DEFAULTS, send), "m1");

    assertThat(reply.markdown())
        .contains("I cannot say whether send ran")
        .doesNotContain("secret detail");
  }

  @Test
  @DisplayName("a provider that fails after a change was made hides nothing of it")
  void providerFails() {
    ScriptedTool send = ScriptedTool.saying("send", ToolEffect.CHANGES, "sent");
    BotInstance bot = bot(ToolLimits.DEFAULTS, send);
    scene.model().next(calling("send"));
    scene.model().next(ScriptedReply.failing(new ModelUnreachableException("away", null)));

    Reply reply = ask(bot, "m1");

    assertThat(reply.tone()).isEqualTo(Reply.Tone.FAILURE);
    assertThat(reply.markdown()).endsWith("\n\nBefore this, send ran.");
    ask(bot, "m2");
    assertThat(lastRequest().messages().get(1))
        .isEqualTo(
            new ModelMessage.SaidByModel(
                "[The answer did not come to its end. Before: send ran.]"));
  }

  @Test
  @DisplayName("it is asked for an answer in the last round, and told of where it gives none")
  void lastRound() {
    ScriptedTool look = ScriptedTool.saying("look", ToolEffect.READS, "nothing");
    scene.model().answer(_ -> calling("look"));

    Reply reply = ask(bot(ToolLimits.DEFAULTS, look), "m1");

    int rounds = TurnSettings.DEFAULTS.mostRounds();
    assertThat(look.runs()).isEqualTo(rounds);
    assertThat(scene.model().requests()).hasSize(rounds + 1);
    assertThat(scene.model().requests().subList(0, rounds))
        .noneMatch(request -> request.tools().isEmpty());
    assertThat(lastRequest().tools()).isEmpty();
    assertThat(reply.markdown()).startsWith("The model went on to call tools");
  }

  @Test
  @DisplayName("a malformed call ends in words for people")
  void malformed() {
    scene.model().next(ScriptedReply.saying("Let me").ending(FinishReason.MALFORMED_TOOL_CALL));

    Reply reply = ask(bot(ToolLimits.DEFAULTS), "m1");

    assertThat(reply.markdown()).startsWith("Let me\n\n_The answer ends here");
  }
}
