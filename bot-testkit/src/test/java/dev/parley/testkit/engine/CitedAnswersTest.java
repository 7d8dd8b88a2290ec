package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.citation.Source;
import dev.parley.citation.Sources;
import dev.parley.citation.Support;
import dev.parley.conversation.ContextSettings;
import dev.parley.engine.EngineSettings;
import dev.parley.message.Reply;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelRequest;
import dev.parley.testkit.model.ScriptedReply;
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
@DisplayName("An answer that rests on pages")
@Timeout(60)
class CitedAnswersTest {
  private static final BotOptions HURRIED =
      BotOptions.DEFAULTS.with(new EngineSettings(20, Duration.ZERO, Duration.ofMillis(100)));

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

  private static Sources page(String path, int end) {
    return new Sources(
        List.of(new Source("https://example.org/" + path, path, "")),
        List.of(new Support(end, List.of(0))),
        List.of(),
        List.of("weather " + path));
  }

  private static ScriptedReply looking() {
    return ScriptedReply.saying("It rains.")
        .andCalling("1", "current_time", JsonNodeFactory.instance.objectNode())
        .andCiting(page("kyiv", 9));
  }

  private static final String BOTH =
      """
      It rains.\\[1\\]

      It is cold.\\[2\\]

      **Sources**

      1. [kyiv](<https://example.org/kyiv>)
      2. [lviv](<https://example.org/lviv>)

      Searched: [weather kyiv](<https://www.google.com/search?q=weather+kyiv>)\
       · [weather lviv](<https://www.google.com/search?q=weather+lviv>)""";

  @Test
  @DisplayName("has the pages of all rounds below it, each numbered where its part ends")
  void allRounds() {
    BotInstance bot = scene.bot();
    scene.model().next(looking());
    scene.model().next(ScriptedReply.saying("It is ", "cold.").andCiting(page("lviv", 11)));

    bot.engine().onMessage(Scene.direct("m1"));

    assertThat(scene.awaitReply("m1")).isEqualTo(Reply.answer(BOTH));
    assertThat(scene.model().requests()).allMatch(ModelRequest::ownTools);
  }

  @Test
  @DisplayName("has those too of rounds whose instance died")
  void takenOver() {
    BotInstance dying = scene.bot(HURRIED);
    scene.model().next(looking());
    scene.model().next(ScriptedReply.saying().andHolding(new CountDownLatch(1)));
    dying.engine().onMessage(Scene.direct("m1"));
    Scene.await(() -> scene.model().requests().size() == 2);
    scene.model().next(ScriptedReply.saying("It is cold.").andCiting(page("lviv", 11)));
    dying.die();
    scene.bot();

    assertThat(scene.awaitReply("m1")).isEqualTo(Reply.answer(BOTH));
  }

  @Test
  @DisplayName("has them before what is told of its end")
  void truncated() {
    BotInstance bot = scene.bot();
    scene
        .model()
        .next(
            ScriptedReply.saying("It rains, and")
                .andCiting(page("kyiv", 8))
                .ending(FinishReason.LENGTH));

    bot.engine().onMessage(Scene.direct("m1"));

    assertThat(scene.awaitReply("m1").markdown())
        .startsWith("It rains\\[1\\], and\n\n**Sources**\n")
        .endsWith("for the rest._");
  }

  @Test
  @DisplayName("is remembered without them, and summaries may not look for any")
  void remembered() {
    BotInstance bot = scene.bot(BotOptions.DEFAULTS.with(new ContextSettings(20, 10)));
    scene.model().next(ScriptedReply.saying("It rains.").andCiting(page("kyiv", 9)));
    bot.engine().onMessage(Scene.direct("m1"));
    scene.awaitReply("m1");
    bot.engine().onMessage(Scene.direct("m2"));
    scene.awaitReply("m2");
    Scene.await(() -> scene.model().requests().stream().anyMatch(it -> !it.ownTools()));

    assertThat(scene.model().requests().toString()).contains("It rains.").doesNotContain("kyiv");
  }
}
