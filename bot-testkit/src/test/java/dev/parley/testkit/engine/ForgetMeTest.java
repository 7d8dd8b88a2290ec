package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandInvocation;
import dev.parley.identity.Place;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import java.util.List;
import java.util.Map;
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
@DisplayName("Somebody who wants to be forgotten")
@Timeout(60)
class ForgetMeTest {
  private static final Place GENERAL = Said.channel("general");

  @Parameter Backing backing;
  private Scene scene;
  private BotInstance bot;

  @BeforeEach
  void open() {
    scene = new Scene(backing);
    bot = scene.bot();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void say(InboundMessage message) {
    bot.engine().onMessage(message);
    scene.awaitReply(message.id().value());
  }

  private Reply ada(String line) {
    return bot.engine()
        .onCommandLine(
            line, new CommandInvocation(List.of(), Map.of(), GENERAL, Said.author("Ada"), false));
  }

  /// What the model is told when Bob says something more.
  private List<String> toldToModel(String id) {
    say(Said.message(id, GENERAL, "Bob"));
    ModelRequest last = scene.model().requests().getLast();
    return last.messages().stream().map(Scene::text).toList();
  }

  @Test
  @DisplayName("is told first what would go and what stays, and nothing goes")
  void asksFirst() {
    say(Said.message("m1"));

    Reply told = ada("/forget-me");
    Reply misheard = ada("/forget-me perhaps");

    assertThat(told.tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(told.markdown()).contains("What stays", "`/forget-me confirm:yes`");
    assertThat(misheard.markdown()).contains("is one of yes");
    assertThat(toldToModel("m2")).contains("Ada: text of m1");
  }

  @Test
  @DisplayName("is forgotten once they confirm, and told in numbers what went; others are not")
  void forgotten() {
    say(Said.message("m1"));
    say(Said.message("m2", GENERAL, "Bob"));

    Reply told = ada("/forget-me confirm:yes");

    assertThat(told.tone()).isEqualTo(Reply.Tone.ANSWER);
    assertThat(told.markdown()).contains("Erased", "1 question with its answer");
    assertThat(toldToModel("m3"))
        .noneMatch(text -> text.contains("Ada") || text.contains("text of m1"))
        .contains("Bob: text of m2");
    assertThat(ada("/forget-me yes").markdown()).isEqualTo("There was nothing of you to erase.");
  }

  @Test
  @DisplayName("has what they are being answered taken back, and what waits")
  void runningAnswer() {
    scene.model().next(ScriptedReply.saying("Well, ").andHolding(new CountDownLatch(1)));
    bot.engine().onMessage(Said.message("m1"));
    Scene.await(() -> !scene.wall().deltas("m1").isEmpty());
    bot.engine().onMessage(Said.message("m2"));

    Reply told = ada("/forget-me yes");
    Scene.await(() -> scene.wall().retracted().contains("m1"));

    assertThat(told.markdown()).contains("2 questions without an answer");
    assertThat(toldToModel("m3")).noneMatch(text -> text.contains("Ada"));
    assertThat(scene.wall().replyTo("m1")).isEmpty();
    assertThat(scene.wall().replyTo("m2")).isEmpty();
  }
}
