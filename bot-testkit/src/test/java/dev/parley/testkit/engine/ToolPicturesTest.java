package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentRef;
import dev.parley.engine.EngineSettings;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.model.FinishReason;
import dev.parley.model.Media;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.quota.Refusal;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolResult;
import dev.parley.tool.ToolSpec;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
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
@DisplayName("A picture that the model has made by a tool")
@Timeout(60)
class ToolPicturesTest {
  private static final String IMAGES = "gemini-9-image";
  private static final AttachmentRef PHOTO =
      new AttachmentRef("F1", "photo.png", "image/png", 0, "x");
  private static final BotInstance.Options PAINTING =
      BotInstance.Options.DEFAULTS.withPictures(IMAGES);
  private static final BotInstance.Options MORTAL =
      PAINTING.with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));

  @Parameter Backing backing;
  private Scene scene;
  private final Deque<ScriptedReply> words = new ArrayDeque<>();
  private final Deque<ScriptedReply> paintings = new ArrayDeque<>();
  private final List<ModelRequest> painted = new ArrayList<>();

  @BeforeEach
  void open() {
    scene = new Scene(backing);
    scene.model().answer(this::answered);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private synchronized ScriptedReply answered(ModelRequest request) {
    if (request.model().equals(IMAGES)) {
      painted.add(request);
      return paintings.removeFirst();
    }
    return words.isEmpty() ? ScriptedReply.saying("Fine.") : words.removeFirst();
  }

  private synchronized int paintedSoFar() {
    return painted.size();
  }

  private static ObjectNode wish(String prompt, String... edit) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("prompt", prompt);
    for (String name : edit) {
      arguments.withArray("edit").add(name);
    }
    return arguments;
  }

  private static ScriptedReply calling(ObjectNode arguments) {
    return ScriptedReply.saying().andCalling("1", "make_picture", arguments);
  }

  private static ScriptedReply painting(AttachmentContent picture) {
    return ScriptedReply.saying().andPainting(picture);
  }

  private Reply ask(BotInstance bot, String id) {
    bot.engine().onMessage(Scene.direct(id));
    return scene.awaitReply(id);
  }

  private static ToolResult told(ModelRequest request) {
    return request.messages().getLast() instanceof ModelMessage.FromTools tools
        ? tools.answers().getLast().result()
        : new ToolResult.Failure("nothing was told");
  }

  private ModelRequest lastInWords() {
    return scene.model().requests().stream()
        .filter(request -> !request.model().equals(IMAGES))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static List<AttachmentContent> shown(ModelRequest request) {
    return request.messages().stream()
        .flatMap(
            message ->
                message instanceof ModelMessage.FromUser user
                    ? user.media().stream()
                    : Stream.<Media>empty())
        .map(Media::content)
        .toList();
  }

  private static List<String> hashes(Reply reply) {
    return reply.files().stream().map(file -> file.file().sha256()).toList();
  }

  @Test
  @DisplayName("comes with the answer, described by its prompt; the model is told its name")
  void comesWithTheAnswer() {
    words.add(calling(wish("A red fox in the snow")));
    words.add(ScriptedReply.saying("There you are."));
    paintings.add(painting(SomePicture.RED));

    Reply reply = ask(scene.bot(PAINTING), "m1");

    ReplyFile file = reply.files().getFirst();
    assertThat(reply.markdown()).isEqualTo("There you are.");
    assertThat(file.file()).isEqualTo(SomePicture.file("picture-1.png", SomePicture.RED));
    assertThat(file.description()).isEqualTo("A red fox in the snow");
    assertThat(told(lastInWords()).toString()).contains("picture-1.png", "below your answer");
    assertThat(Scene.last(painted.getFirst())).isEqualTo("Make a picture: A red fox in the snow");
    assertThat(painted.getFirst().booking().purpose()).isEqualTo(Purpose.IMAGE);
    assertThat(painted.getFirst().booking().turn()).isPresent();
    assertThat(painted.getFirst().mayFallBack()).isFalse();
  }

  @Test
  @DisplayName("has the form that the model wants, where there is such a form")
  void form() {
    words.add(calling(wish("A skyline").put("aspect_ratio", "21:9")));
    words.add(calling(wish("A skyline").put("aspect_ratio", "7:1")));
    paintings.add(painting(SomePicture.RED));
    paintings.add(painting(SomePicture.BLUE));

    ask(scene.bot(PAINTING), "m1");

    assertThat(painted.getFirst().aspectRatio()).contains("21:9");
    assertThat(painted.getLast().aspectRatio()).isEmpty();
  }

  @Test
  @DisplayName("is offered only where a model for pictures is set")
  void offered() {
    ask(scene.bot(PAINTING), "m1");
    ModelRequest with = lastInWords();
    scene.close();
    scene = new Scene(backing);

    ask(scene.bot(), "m1");

    assertThat(with.tools()).extracting(ToolSpec::name).contains("make_picture");
    assertThat(lastInWords().tools()).extracting(ToolSpec::name).doesNotContain("make_picture");
  }

  @Test
  @DisplayName("is made once where its instance dies before the answer")
  void takenOver() {
    BotInstance dying = scene.bot(MORTAL);
    words.add(calling(wish("A fox")));
    words.add(ScriptedReply.saying().andHolding(new CountDownLatch(1)));
    paintings.add(painting(SomePicture.RED));
    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> scene.model().requests().size() == 3);
    words.add(ScriptedReply.saying("There you are."));
    dying.die();
    scene.bot(PAINTING);

    Reply reply = scene.awaitReply("m1");

    assertThat(reply.markdown()).isEqualTo("There you are.");
    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256());
    assertThat(painted).hasSize(1);
  }

  @Test
  @DisplayName("is made once where its instance dies while another one is made beside it")
  void takenOverBetween() {
    BotInstance dying = scene.bot(MORTAL);
    words.add(
        ScriptedReply.saying()
            .andCalling("1", "make_picture", wish("A fox"))
            .andCalling("2", "make_picture", wish("A hen")));
    scene.model().answer(this::foxesOnly);
    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> dying.noted().contains("round-0-call-0") && paintedSoFar() == 2);
    paintings.add(painting(SomePicture.BLUE));
    scene.model().answer(this::answered);
    dying.die();
    scene.bot(PAINTING);

    Reply reply = scene.awaitReply("m1");

    assertThat(hashes(reply)).containsExactly(SomePicture.RED.sha256(), SomePicture.BLUE.sha256());
    assertThat(reply.files())
        .extracting(file -> file.file().name())
        .containsExactly("picture-1.png", "picture-2.png");
    assertThat(painted).hasSize(3);
    assertThat(Scene.last(painted.getLast())).isEqualTo("Make a picture: A hen");
  }

  private synchronized ScriptedReply foxesOnly(ModelRequest request) {
    if (!request.model().equals(IMAGES)) {
      return answered(request);
    }
    painted.add(request);
    return Scene.last(request).contains("fox")
        ? painting(SomePicture.RED)
        : ScriptedReply.saying().andHolding(new CountDownLatch(1));
  }

  @Test
  @DisplayName("is shown to the model with the next question, apart from what people say")
  void laterQuestions() {
    BotInstance bot = scene.bot(PAINTING);
    words.add(calling(wish("A fox")));
    paintings.add(painting(SomePicture.RED));
    ask(bot, "m1");

    ask(bot, "m2");

    List<ModelMessage> asked = lastInWords().messages();
    assertThat(shown(lastInWords())).containsExactly(SomePicture.RED);
    assertThat(Scene.text(asked.get(asked.size() - 2)))
        .isEqualTo("[You made this before, by a tool: picture-1.png]");
    assertThat(Scene.last(lastInWords())).isEqualTo("text of m2");
  }

  @Test
  @DisplayName("can be changed later by its name; the next one has another name")
  void changed() {
    BotInstance bot = scene.bot(PAINTING);
    words.add(calling(wish("A fox")));
    paintings.add(painting(SomePicture.RED));
    ask(bot, "m1");
    words.add(calling(wish("Make it blue", "picture-1.png")));
    paintings.add(painting(SomePicture.BLUE));

    Reply reply = ask(bot, "m2");

    assertThat(shown(painted.getLast())).containsExactly(SomePicture.RED);
    assertThat(reply.files().getFirst().file())
        .isEqualTo(SomePicture.file("picture-2.png", SomePicture.BLUE));
  }

  @Test
  @DisplayName("can be made of one that somebody sent, now or before")
  void sent() {
    BotInstance bot = scene.bot(PAINTING);
    bot.platform().holds("F1", SomePicture.RED.bytes());
    words.add(calling(wish("Make it blue", "PHOTO.png")));
    paintings.add(painting(SomePicture.BLUE));
    words.add(ScriptedReply.saying("Done."));
    InboundMessage asked = Scene.direct("m1");
    bot.engine()
        .onMessage(
            new InboundMessage(
                asked.id(),
                asked.place(),
                asked.author(),
                asked.addressing(),
                asked.text(),
                asked.sentAt(),
                asked.replyAddress(),
                List.of(PHOTO)));
    scene.awaitReply("m1");
    words.add(calling(wish("Now green", "photo.png")));
    paintings.add(painting(SomePicture.BLUE));

    ask(bot, "m2");

    assertThat(shown(painted.getFirst())).containsExactly(SomePicture.RED);
    assertThat(shown(painted.getLast())).containsExactly(SomePicture.RED);
  }

  @Test
  @DisplayName("is not made of one that is not there; the model is told which ones are")
  void notThere() {
    BotInstance bot = scene.bot(PAINTING);
    words.add(calling(wish("Make it blue", "photo.png")));
    ask(bot, "m1");
    ToolResult none = told(lastInWords());
    words.add(calling(wish("A fox")));
    paintings.add(painting(SomePicture.RED));
    ask(bot, "m2");
    words.add(calling(wish("Make it blue", "photo.png")));
    ask(bot, "m3");

    assertThat(none).isEqualTo(new ToolResult.Failure("there is no picture in this conversation"));
    assertThat(told(lastInWords()))
        .isEqualTo(
            new ToolResult.Failure(
                "there is no picture named photo.png; there are: picture-1.png"));
  }

  @Test
  @DisplayName(
      "is missing where the provider's filter or a limit is against it; the model is told why")
  void refused() {
    BotInstance bot = scene.bot(PAINTING);
    List<ScriptedReply> endings =
        List.of(
            ScriptedReply.saying().ending(FinishReason.QUESTION_BLOCKED),
            ScriptedReply.saying().ending(FinishReason.ANSWER_BLOCKED),
            ScriptedReply.saying("I would rather not."),
            ScriptedReply.saying().ending(FinishReason.LENGTH),
            ScriptedReply.failing(new ModelUnaffordableException(new Refusal.UnknownPrice(IMAGES))),
            ScriptedReply.failing(new ModelUnreachableException("scripted", null)));
    List<String> reasons = new ArrayList<>();
    for (ScriptedReply ending : endings) {
      String id = "m" + reasons.size();
      words.add(calling(wish("A fox")));
      paintings.add(ending);
      assertThat(ask(bot, id).files()).isEmpty();
      reasons.add(told(lastInWords()) instanceof ToolResult.Failure(String why) ? why : "");
    }

    assertThat(reasons).doesNotHaveDuplicates().doesNotContain("");
    assertThat(reasons.get(2)).contains("I would rather not.");
    assertThat(reasons.get(4)).contains("nobody has said what it costs");
  }

  @Test
  @DisplayName("is not the fifth of one answer")
  void most() {
    words.add(
        IntStream.range(0, 4)
            .mapToObj(number -> wish("Fox " + number))
            .reduce(
                ScriptedReply.saying(),
                (reply, wish) ->
                    reply.andCalling(wish.path("prompt").asText(), "make_picture", wish),
                (one, _) -> one));
    words.add(calling(wish("One more")));
    for (int number = 0; number < 4; number++) {
      paintings.add(painting(SomePicture.RED));
    }

    ask(scene.bot(PAINTING), "m1");

    assertThat(painted).hasSize(4);
    assertThat(told(lastInWords()))
        .isInstanceOfSatisfying(
            ToolResult.Failure.class, failure -> assertThat(failure.reason()).contains("4"));
  }
}
