package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentRef;
import dev.parley.conversation.Setting;
import dev.parley.conversation.Turn;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.ConversationId;
import dev.parley.identity.SessionScope;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.Wish;
import dev.parley.model.FinishReason;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.quota.Refusal;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.usage.Purpose;
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
@DisplayName("A picture that somebody wishes")
@Timeout(60)
class WishedPicturesTest {
  private static final String IMAGES = "gemini-9-image";
  private static final BotOptions PAINTING = BotOptions.DEFAULTS.withPictures(IMAGES);
  private static final BotOptions MORTAL =
      PAINTING.with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));

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

  private static InboundMessage wish(String id, String prompt) {
    return Scene.direct(id).wishing(Wish.PICTURE, prompt);
  }

  private Reply ask(BotInstance bot, InboundMessage message) {
    bot.engine().onMessage(message);
    return scene.awaitReply(message.id().value());
  }

  private static ScriptedReply painting(AttachmentContent picture) {
    return ScriptedReply.saying().andPainting(picture);
  }

  private ModelRequest asked() {
    return scene.model().requests().getLast();
  }

  private static List<AttachmentContent> shown(ModelRequest request) {
    return request.messages().stream()
        .flatMap(
            message ->
                switch (message) {
                  case ModelMessage.FromUser user -> user.media().stream();
                  case ModelMessage.FromModel said -> said.media().stream();
                  case ModelMessage.SaidByModel _, ModelMessage.FromTools _ ->
                      Stream.<Media>empty();
                })
        .map(Media::content)
        .toList();
  }

  private static List<String> hashes(Reply reply) {
    return reply.files().stream().map(file -> file.file().sha256()).toList();
  }

  private List<Turn> remembered(InboundMessage message) {
    ConversationId conversation =
        message.place().conversation(SessionScope.THREAD, message.author().id());
    return scene.storage().conversations().read(conversation).turns();
  }

  @Test
  @DisplayName("is made by the model for pictures, whatever model is set, and says by which")
  void made() {
    BotInstance bot = scene.bot(PAINTING);
    InboundMessage message = wish("m1", "a red fox");
    scene
        .storage()
        .conversations()
        .override(message.place(), message.author().id(), Setting.MODEL, "model-2");
    scene.model().next(painting(SomePicture.RED));

    Reply reply = ask(bot, message);

    assertThat(reply.markdown()).isEqualTo("Here is the picture.\n\nMade by gemini-9-image.");
    assertThat(reply.tone()).isEqualTo(Reply.Tone.ANSWER);
    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256());
    assertThat(reply.files().getFirst().description()).isEqualTo("Picture for: a red fox");
    assertThat(asked().model()).isEqualTo(IMAGES);
    assertThat(asked().mayFallBack()).isFalse();
    assertThat(asked().tools()).isEmpty();
    assertThat(asked().system()).isEmpty();
    assertThat(Scene.last(asked())).isEqualTo("Make a picture: a red fox");
    assertThat(asked().booking().purpose()).isEqualTo(Purpose.IMAGE);
  }

  @Test
  @DisplayName("is a part of the conversation: it can be changed, and spoken of")
  void conversation() {
    BotInstance bot = scene.bot(PAINTING);
    scene.model().next(painting(SomePicture.RED));
    ask(bot, wish("m1", "a red fox"));
    scene.model().next(painting(SomePicture.BLUE));

    Reply changed = ask(bot, wish("m2", "make it blue"));
    ModelRequest changing = asked();
    ask(bot, Scene.direct("m3"));

    assertThat(shown(changing)).containsExactly(SomePicture.RED);
    assertThat(changed.files().getFirst().file())
        .isEqualTo(SomePicture.file("picture-2.png", SomePicture.BLUE));
    assertThat(asked().model()).isEqualTo("model-1");
    assertThat(shown(asked())).contains(SomePicture.RED, SomePicture.BLUE);
  }

  @Test
  @DisplayName("may be a change of one that comes with the wish")
  void attached() {
    BotInstance bot = scene.bot(PAINTING);
    bot.platform().holds("F1", SomePicture.RED.bytes());
    scene.model().next(painting(SomePicture.BLUE));
    InboundMessage wish = wish("m1", "make it blue");

    ask(
        bot,
        new InboundMessage(
            wish.id(),
            wish.place(),
            wish.author(),
            wish.addressing(),
            wish.text(),
            wish.sentAt(),
            wish.replyAddress(),
            List.of(new AttachmentRef("F1", "photo.png", "image/png", 0, "x")),
            wish.groups(),
            wish.wish()));

    assertThat(shown(asked())).containsExactly(SomePicture.RED);
    assertThat(Scene.last(asked()))
        .isEqualTo("Make a picture: make it blue\n[attached: photo.png]");
  }

  @Test
  @DisplayName("waits for its turn, and is answered by itself")
  void byItself() {
    BotInstance bot = scene.bot(PAINTING);
    CountDownLatch gate = new CountDownLatch(1);
    scene.model().next(ScriptedReply.saying().andHolding(gate).andSaying("Yes."));
    bot.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> scene.model().requests().size() == 1);
    scene.model().next(ScriptedReply.saying("And yes."));
    scene.model().next(painting(SomePicture.RED));
    scene.model().next(painting(SomePicture.BLUE));
    bot.engine().onMessage(Scene.direct("m2"));
    bot.engine().onMessage(wish("m3", "a red fox"));
    bot.engine().onMessage(wish("m4", "a blue hen"));
    gate.countDown();

    Reply fox = scene.awaitReply("m3");
    Reply hen = scene.awaitReply("m4");

    assertThat(scene.awaitReply("m2").markdown()).isEqualTo("And yes.");
    assertThat(hashes(fox)).containsExactly(SomePicture.RED.sha256());
    assertThat(hashes(hen)).containsExactly(SomePicture.BLUE.sha256());
  }

  @Test
  @DisplayName("is made once where its instance dies before people see it")
  void takenOver() {
    BotInstance dying = scene.bot(MORTAL);
    scene.model().next(painting(SomePicture.RED));
    dying.dieAfterNoting("round-0");
    dying.engine().onMessage(wish("m1", "a red fox"));
    Scene.await(() -> dying.noted().contains("round-0"));
    scene.bot(PAINTING);

    Reply reply = scene.awaitReply("m1");

    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256());
    assertThat(scene.model().requests()).hasSize(1);
  }

  @Test
  @DisplayName("is refused in plain words: the provider's filter, no picture, no room, no model")
  void refused() {
    BotInstance bot = scene.bot(PAINTING);
    List<ScriptedReply> endings =
        List.of(
            ScriptedReply.saying().ending(FinishReason.QUESTION_BLOCKED),
            ScriptedReply.saying().ending(FinishReason.ANSWER_BLOCKED),
            ScriptedReply.saying("I would rather not."),
            ScriptedReply.saying().ending(FinishReason.LENGTH),
            ScriptedReply.failing(
                new ModelUnaffordableException(new Refusal.UnknownPrice(IMAGES))));
    for (int number = 0; number < endings.size(); number++) {
      scene.model().next(endings.get(number));
      ask(bot, wish("m" + number, "a red fox"));
    }
    Scene other = new Scene(backing);
    other.bot().engine().onMessage(wish("off", "a red fox"));

    List<Reply> replies =
        Stream.concat(
                Stream.of("m0", "m1", "m2", "m3", "m4").map(scene::awaitReply),
                Stream.of(other.awaitReply("off")))
            .toList();
    other.close();

    assertThat(replies).allMatch(reply -> reply.tone() == Reply.Tone.NOTICE);
    assertThat(replies).extracting(Reply::markdown).doesNotHaveDuplicates();
    assertThat(replies.get(0).markdown()).contains("safety filter");
    assertThat(replies.get(1).markdown()).contains("withheld the picture");
    assertThat(replies.get(2).markdown()).contains("No picture came", "I would rather not.");
    assertThat(replies.get(4).markdown()).contains("nobody has said what it costs");
    assertThat(replies.get(5).markdown()).contains("gemini.image-model");
    assertThat(remembered(Scene.direct("m1"))).isEmpty();
  }
}
