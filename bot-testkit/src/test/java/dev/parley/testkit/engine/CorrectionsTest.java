package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.EngineSettings;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.EditOutcome;
import dev.parley.message.InboundMessage;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedModel;
import dev.parley.testkit.model.ScriptedReply;
import java.time.Duration;
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
@DisplayName("When an author changes a question or takes it back")
@Timeout(60)
class CorrectionsTest {
  /// Instances that are not waited for at their end.
  private static final BotOptions HURRIED =
      BotOptions.DEFAULTS.with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));

  private final ScriptedModel silent =
      ScriptedModel.answering(request -> ScriptedReply.saying().andHolding(new CountDownLatch(1)));

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

  private static InboundMessage edited(String id) {
    InboundMessage old = Scene.direct(id);
    return new InboundMessage(
        old.id(),
        old.place(),
        old.author(),
        old.addressing(),
        "better",
        old.sentAt(),
        old.replyAddress());
  }

  @Test
  @DisplayName("a question that is being answered is answered as it reads now, once")
  void edit() {
    BotInstance bot = scene.bot();
    scene.model().next(ScriptedReply.saying("Well, ").andHolding(new CountDownLatch(1)));
    bot.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> !scene.wall().deltas("m1").isEmpty());

    EditOutcome outcome = bot.engine().onEdit(edited("m1"));

    assertThat(outcome).isEqualTo(EditOutcome.REPLACED);
    assertThat(scene.awaitReply("m1").markdown()).isEqualTo("re: better");
    assertThat(scene.wall().deliveries("m1")).isEqualTo(1);
  }

  @Test
  @DisplayName("an instance hears of an edit that another one took")
  void editElsewhere() {
    BotInstance owner = scene.bot(BotOptions.DEFAULTS, silent);
    owner.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> silent.requests().size() == 1);
    silent.answer(_ -> ScriptedReply.saying("by the owner"));

    scene.bot().engine().onEdit(edited("m1"));

    assertThat(scene.awaitReply("m1").markdown()).isIn("re: better", "by the owner");
    assertThat(scene.wall().deliveries("m1")).isEqualTo(1);
  }

  @Test
  @DisplayName("a question that was taken back gets no answer, and what was shown of it goes")
  void withdrawal() {
    BotInstance bot = scene.bot();
    scene.model().next(ScriptedReply.saying("Well, ").andHolding(new CountDownLatch(1)));
    InboundMessage question = Scene.direct("m1");
    bot.engine().onMessage(question);
    Scene.await(() -> !scene.wall().deltas("m1").isEmpty());

    bot.engine().onWithdrawal(question.place().tenant(), question.id());
    bot.engine().onMessage(Scene.direct("m2"));
    scene.awaitReply("m2");

    assertThat(scene.wall().retracted()).containsExactly("m1");
    assertThat(scene.wall().replyTo("m1")).isEmpty();
    assertThat(
            scene
                .storage()
                .conversations()
                .read(question.place().conversation(SessionScope.THREAD, Said.author("Ada").id()))
                .turns())
        .hasSize(1);
  }

  @Test
  @DisplayName("a dead instance's question that was taken back is undone by another one")
  void withdrawalAfterDeath() {
    BotInstance dying = scene.bot(HURRIED, silent);
    InboundMessage question = Scene.direct("m1");
    dying.engine().onMessage(question);
    Scene.await(() -> silent.requests().size() == 1);
    dying.die();

    scene.bot().engine().onWithdrawal(question.place().tenant(), question.id());

    Scene.await(() -> scene.wall().retracted().contains("m1"));
    assertThat(scene.model().requests()).isEmpty();
  }
}
