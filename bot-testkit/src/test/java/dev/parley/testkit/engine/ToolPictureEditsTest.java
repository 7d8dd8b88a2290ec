package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.quota.Refusal;
import dev.parley.testkit.attachment.SomePicture;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backing.class)
@DisplayName("A picture that the model wants by a tool, of others or against some rule,")
@Timeout(60)
class ToolPictureEditsTest extends PaintingScene {
  @Parameter Backing backing;

  @BeforeEach
  void open() {
    open(backing);
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
  @DisplayName("is not the fifth of one answer, also where all are asked for at once")
  void most() {
    words.add(
        IntStream.range(0, 6)
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
