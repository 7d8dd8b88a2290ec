package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.approval.Approvals;
import dev.parley.approval.ApprovedCall;
import dev.parley.approval.PendingCall;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.MessageId;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolEffect;
import dev.parley.tool.ToolPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
@DisplayName("Where an instance dies or a turn is stopped, a call that asks first")
@Timeout(60)
class ApprovalCrashTest {
  private static final JsonNode TO_ANN = SendingTool.to("ann@example.org");
  private static final EngineSettings MORTAL =
      new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100));

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

  private static BotOptions options(SendingTool tool) {
    return BotOptions.DEFAULTS.with(MORTAL).with(List.of(tool));
  }

  private void script() {
    scene.model().next(ScriptedReply.calling("c1", SendingTool.NAME, TO_ANN));
    scene.model().next(ScriptedReply.saying("I will write."));
  }

  private Reply asked(BotInstance bot) {
    script();
    bot.engine().onMessage(Said.message("m1"));
    return scene.awaitReply("m1");
  }

  private String tells(Reply asking) {
    return scene.awaitReply(Pressing.turn(asking, "Approve")).markdown();
  }

  private PendingCall pending(Reply asking) {
    String id = Pressing.turn(asking, "Approve").substring("run-".length());
    return scene.storage().pendingCalls().find(Said.tenant("T1"), id).orElseThrow().call();
  }

  private Approvals approvals() {
    return new Approvals(
        scene.storage().pendingCalls(),
        ToolPolicy.DEFAULT,
        Duration.ofHours(1),
        Clock.systemUTC(),
        new SecureRandom());
  }

  @Test
  @DisplayName("is asked about once by whoever takes its turn over")
  void takenOver() {
    SendingTool tool = new SendingTool();
    BotInstance dying = scene.bot(options(tool));
    dying.dieAfterNoting("round-0-call-0");
    script();
    dying.engine().onMessage(Said.message("m1"));
    Scene.await(() -> dying.noted().contains("round-0-call-0"));
    BotInstance heir = scene.bot(options(tool));

    Reply asking = scene.awaitReply("m1");
    Pressing.ASKER.approve(heir, asking);

    assertThat(tells(asking)).contains("sent as number 1");
    assertThat(asking.actions()).hasSize(2);
    assertThat(tool.sent()).containsExactly(TO_ANN);
  }

  @Test
  @DisplayName("runs where it was approved and nothing of that was noted but its message")
  void approvalCutOff() {
    SendingTool tool = new SendingTool();
    BotInstance bot = scene.bot(options(tool));
    Reply asking = asked(bot);
    InboundMessage message = approvals().turn(pending(asking), Said.author("Cyd"));
    scene.storage().inbox(BotInstance.INBOX).accept(message, false);
    String told = tells(asking);
    Reply late = Pressing.ASKER.decline(bot, asking);

    assertThat(ApprovedCall.of(message)).hasValueSatisfying(call -> call.by().name().equals("Cyd"));
    assertThat(told).contains("was approved by Cyd", "sent as number 1");
    assertThat(late).isEqualTo(Reply.notice("Cyd approved it already: `send_mail` runs."));
    assertThat(tool.sent()).containsExactly(TO_ANN);
  }

  @Test
  @DisplayName("does not run where it was declined in between")
  void declinedInBetween() {
    SendingTool tool = new SendingTool();
    BotInstance bot = scene.bot(options(tool));
    Reply asking = asked(bot);
    Pressing.ASKER.decline(bot, asking);
    bot.engine().onMessage(approvals().turn(pending(asking), Said.author("Cyd")));

    assertThat(tells(asking)).isEqualTo("`send_mail` did not run: somebody declined it first.");
    assertThat(tool.sent()).isEmpty();
  }

  @Test
  @DisplayName("is not run again after it was begun, unless its tool says that it can be")
  void interrupted() {
    CountDownLatch gate = new CountDownLatch(1);
    assertThat(runThroughDeath(new SendingTool(ToolEffect.CHANGES, gate), gate))
        .contains("Nobody knows whether it ran", "I cannot say whether");
  }

  @Test
  @DisplayName("is run again after it was begun where its tool says that it can be")
  void repeated() {
    CountDownLatch gate = new CountDownLatch(1);
    assertThat(runThroughDeath(new SendingTool(ToolEffect.SETS, gate), gate))
        .contains("sent as number 2");
  }

  /// The instance that runs the call is cut off while it does.
  private String runThroughDeath(SendingTool tool, CountDownLatch gate) {
    BotInstance dying = scene.bot(options(tool));
    Reply asking = asked(dying);
    Pressing.ASKER.approve(dying, asking);
    Scene.await(() -> tool.sent().size() == 1);
    dying.die();
    scene.bot(options(tool.withoutGate()));
    String told = tells(asking);
    gate.countDown();
    return told;
  }

  @Test
  @DisplayName("is told to be of unknown outcome where its asker stops it")
  void stopped() {
    CountDownLatch gate = new CountDownLatch(1);
    SendingTool tool = new SendingTool(ToolEffect.CHANGES, gate);
    BotInstance bot = scene.bot(options(tool));
    Reply asking = asked(bot);
    Pressing.ASKER.approve(bot, asking);
    Scene.await(() -> tool.sent().size() == 1);

    InboundMessage first = Said.message("m1");
    TurnRef turn =
        new TurnRef(
            first.place().conversation(SessionScope.THREAD, first.author().id()),
            new MessageId(Pressing.turn(asking, "Approve")));
    StopOutcome stopped = bot.engine().onStop(turn, Said.by("Ada"));

    assertThat(stopped).isEqualTo(StopOutcome.STOPPING);
    assertThat(tells(asking))
        .contains("Stopped", "I cannot say whether", "stop was pressed while it ran");
    assertThat(tool.sent()).containsExactly(TO_ANN);
  }
}
