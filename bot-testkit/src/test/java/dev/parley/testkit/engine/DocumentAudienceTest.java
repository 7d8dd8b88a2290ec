package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.consultation.SearchKnowledgeTool;
import dev.parley.engine.EngineSettings;
import dev.parley.identity.Place;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What documents say that not everybody may see")
@Timeout(60)
class DocumentAudienceTest extends KnowledgeScene {
  private static final Place GENERAL = Said.channel("general");

  private InboundMessage asked(String id, Place place) {
    return message(id, place, "When does the merger close?");
  }

  private List<Reply> toldToAda() {
    return scene.wall().toldTo(Said.author("Ada").id());
  }

  @Test
  @DisplayName("stays out of an answer that others read, and is told to the asker alone")
  void keptBack() {
    knowsLeave();
    knows("Board", ADA, SECRET);
    BotInstance bot = bot();
    scene.model().next(ScriptedReply.calling("1", SearchKnowledgeTool.NAME, query("merger")));
    scene.model().next(ScriptedReply.saying("Nobody knows [" + mark(SECRET) + "]."));

    Reply reply = ask(bot, asked("m1", GENERAL));
    Scene.await(() -> !toldToAda().isEmpty());

    assertThat(scene.model().requests().toString()).doesNotContain(SECRET).doesNotContain("Board");
    assertThat(reply).isEqualTo(Reply.answer("Nobody knows."));
    assertThat(toldToAda())
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.markdown())
                    .contains("#general")
                    .contains("> " + SECRET)
                    .contains("1. [Board](<https://example.org/Board>)"));
  }

  @Test
  @DisplayName("is used where the asker alone reads the answer: in direct messages, and in private")
  void alone() {
    knows("Board", ADA, SECRET);
    BotInstance bot = bot();

    ask(bot, asked("m1", DIRECT));
    ask(bot, asked("m2", GENERAL).answeredInPrivate());

    assertThat(scene.model().requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(texts(request).toString()).contains(SECRET));
    assertThat(toldToAda()).isEmpty();
  }

  @Test
  @DisplayName("is not remembered where others talk as well, so that nobody hears of it later")
  void notRemembered() {
    knows("Board", ADA, SECRET);
    BotInstance bot = bot();
    scene.model().next(ScriptedReply.saying("Ada, know that: " + SECRET));
    ask(bot, asked("m1", GENERAL).answeredInPrivate());

    ask(bot, message("m2", GENERAL, "What did you just say?"));

    assertThat(lastRequest().messages().toString())
        .contains("[I answered this for its author alone.]")
        .doesNotContain(SECRET);
  }

  @Test
  @DisplayName("is used in the channel that it is for")
  void ownChannel() {
    knows("Board", DocumentAudience.of(AudienceTerm.channel("board")), SECRET);
    BotInstance bot = bot();

    ask(bot, asked("m1", Said.channel("board")));
    ask(bot, asked("m2", GENERAL));

    assertThat(texts(scene.model().requests().getFirst()).toString()).contains(SECRET);
    assertThat(texts(lastRequest()).toString()).doesNotContain(SECRET);
  }

  @Test
  @DisplayName("is told once, though the instance dies that told it")
  void once() {
    knows("Board", ADA, SECRET);
    BotInstance dying = scene.bot(hurried());
    dying.dieAfterNoting("offer");
    dying.engine().onMessage(asked("m1", GENERAL));
    Scene.await(() -> !toldToAda().isEmpty());
    BotInstance other =
        scene.bot(
            hurried().with(new EngineSettings(20, Duration.ofSeconds(5), Duration.ofMillis(100))));
    Scene.await(() -> scene.wall().deliveries("m1") == 2);

    ask(other, message("m2", GENERAL, "Thanks"));

    assertThat(toldToAda()).hasSize(1);
  }

  @Test
  @DisplayName("is not told to who may not see it either")
  void others() {
    knows("Board", DocumentAudience.of(AudienceTerm.person(Said.author("Eve").id())), SECRET);
    BotInstance bot = bot();

    ask(bot, asked("m1", GENERAL));
    ask(bot, message("m2", GENERAL, "Thanks"));

    assertThat(bot.noted()).doesNotContain("offer");
    assertThat(toldToAda()).isEmpty();
  }
}
