package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.attachment.AttachmentContent;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.Requester;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
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
@DisplayName("A picture that the model makes")
@Timeout(60)
class PicturesTest {
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

  private static ScriptedReply painting(AttachmentContent picture) {
    return ScriptedReply.saying("Here it is.").andPainting(picture);
  }

  private Reply ask(BotInstance bot, String id) {
    bot.engine().onMessage(Scene.direct(id));
    return scene.awaitReply(id);
  }

  /// What the model is shown of its own pictures.
  private static List<AttachmentContent> shownAgain(ModelRequest request) {
    return request.messages().stream()
        .flatMap(
            message ->
                message instanceof ModelMessage.FromModel said
                    ? said.media().stream()
                    : Stream.<Media>empty())
        .map(Media::content)
        .toList();
  }

  private static List<String> hashes(Reply reply) {
    return reply.files().stream().map(file -> file.file().sha256()).toList();
  }

  @Test
  @DisplayName("comes with the answer, described by the question, and its bytes can be had")
  void comesWithTheAnswer() {
    BotInstance bot = scene.bot();
    scene.model().next(painting(SomePicture.RED));

    Reply reply = ask(bot, "m1");

    ReplyFile file = reply.files().getFirst();
    assertThat(reply.markdown()).isEqualTo("Here it is.");
    assertThat(file.description()).isEqualTo("Picture for: text of m1");
    assertThat(file.file()).isEqualTo(SomePicture.file("picture-1.png", SomePicture.RED));
    assertThat(bot.engine().files(Said.tenant("T1")).find(file.file())).contains(SomePicture.RED);
    assertThat(bot.engine().files(Said.tenant("T2")).find(file.file())).isEmpty();
  }

  @Test
  @DisplayName("is an answer also without words")
  void alone() {
    scene.model().next(ScriptedReply.saying().andPainting(SomePicture.RED));

    Reply reply = ask(scene.bot(), "m1");

    assertThat(reply.markdown()).isEqualTo("Here is the picture.");
    assertThat(reply.tone()).isEqualTo(Reply.Tone.ANSWER);
    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256());
  }

  @Test
  @DisplayName("is there once, however often the model hands it out")
  void once() {
    scene.model().next(painting(SomePicture.RED).andPainting(SomePicture.RED));

    assertThat(hashes(ask(scene.bot(), "m1"))).containsExactly(SomePicture.RED.sha256());
  }

  @Test
  @DisplayName("is shown to it again with the next question, in the place where it made it")
  void laterQuestions() {
    BotInstance bot = scene.bot();
    scene.model().next(painting(SomePicture.RED));
    ask(bot, "m1");

    ask(bot, "m2");

    ModelRequest asked = scene.model().requests().getLast();
    assertThat(asked.messages().get(1)).isInstanceOf(ModelMessage.FromModel.class);
    assertThat(shownAgain(asked)).containsExactly(SomePicture.RED);
  }

  @Test
  @DisplayName("is seen by it in the rounds that follow")
  void laterRounds() {
    scene
        .model()
        .next(
            painting(SomePicture.RED)
                .andCalling("1", "current_time", JsonNodeFactory.instance.objectNode()));
    scene.model().next(ScriptedReply.saying("Done.").andPainting(SomePicture.BLUE));

    Reply reply = ask(scene.bot(), "m1");

    assertThat(shownAgain(scene.model().requests().getLast())).containsExactly(SomePicture.RED);
    assertThat(reply.files())
        .extracting(file -> file.file().name())
        .containsExactly("picture-1.png", "picture-2.png");
    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256(), SomePicture.BLUE.sha256());
  }

  @Test
  @DisplayName("stays where another instance takes the turn over after the round")
  void takenOver() {
    BotInstance dying =
        scene.bot(
            BotOptions.DEFAULTS.with(
                new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100))));
    scene
        .model()
        .next(
            painting(SomePicture.RED)
                .andCalling("1", "current_time", JsonNodeFactory.instance.objectNode()));
    scene.model().next(ScriptedReply.saying().andHolding(new CountDownLatch(1)));
    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> scene.model().requests().size() == 2);
    scene.model().next(ScriptedReply.saying("Done."));
    dying.die();
    scene.bot();

    Reply reply = scene.awaitReply("m1");

    assertThat(reply.markdown()).isEqualTo("Here it is.\n\nDone.");
    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256());
    assertThat(shownAgain(scene.model().requests().getLast())).containsExactly(SomePicture.RED);
  }

  @Test
  @DisplayName("stays where its asker stops what would have come after it")
  void stopped() {
    BotInstance bot = scene.bot();
    scene
        .model()
        .next(
            ScriptedReply.saying()
                .andPainting(SomePicture.RED)
                .andSaying("And")
                .andHolding(new CountDownLatch(1)));
    InboundMessage asked = Scene.direct("m1");
    bot.engine().onMessage(asked);
    Scene.await(() -> !scene.wall().deltas("m1").isEmpty());

    bot.engine()
        .onStop(
            new TurnRef(
                asked.place().conversation(SessionScope.THREAD, asked.author().id()), asked.id()),
            Requester.plain(asked.author().id()));
    Reply reply = scene.awaitReply("m1");
    ask(bot, "m2");

    assertThat(reply.markdown()).startsWith("And").endsWith("_Stopped._");
    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256());
    assertThat(Scene.text(scene.model().requests().getLast().messages().get(1)))
        .isEqualTo("And\n[You made a picture here, which you cannot see any more.]");
  }
}
