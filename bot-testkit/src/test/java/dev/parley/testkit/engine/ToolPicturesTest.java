package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.model.ModelMessage;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolSpec;
import dev.parley.usage.Purpose;
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
@DisplayName("A picture that the model has made by a tool")
@Timeout(60)
class ToolPicturesTest extends PaintingScene {
  @Parameter Backing backing;

  @BeforeEach
  void open() {
    open(backing);
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
  @DisplayName("has the form that the model wants; where there is no such form, it is told so")
  void form() {
    words.add(calling(wish("A skyline").put("aspect_ratio", "21:9")));
    words.add(calling(wish("A skyline").put("aspect_ratio", "7:1")));
    paintings.add(painting(SomePicture.RED));

    ask(scene.bot(PAINTING), "m1");

    assertThat(painted).hasSize(1);
    assertThat(painted.getFirst().aspectRatio()).contains("21:9");
    assertThat(lastInWords().messages().toString())
        .contains("aspect_ratio is \"7:1\" but must be one of");
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
}
