package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentIntake;
import dev.parley.attachment.AttachmentSettings;
import dev.parley.consultation.SearchKnowledgeTool;
import dev.parley.engine.DirectChat;
import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.message.Reply;
import dev.parley.platform.StatelessChat.CitedSource;
import dev.parley.platform.StatelessChat.Line;
import dev.parley.platform.StatelessChat.Searched;
import dev.parley.platform.StatelessChat.Speaker;
import dev.parley.testkit.attachment.InMemoryAttachmentStore;
import dev.parley.testkit.attachment.InMemoryProviderFiles;
import dev.parley.testkit.attachment.ScriptedDocuments;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.model.ScriptedReply;
import dev.parley.tool.ToolSource;
import dev.parley.tool.Toolbox;
import dev.parley.turn.StatelessRunner;
import dev.parley.turn.TurnSettings;
import dev.parley.usage.Payer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A program that asks")
@Timeout(60)
class DocumentSearchTest extends KnowledgeScene {
  private static final Payer CALLERS =
      new Payer(Said.tenant("T1"), "api", new UserId("api"), "HTTP API", Set.of());

  private DirectChat chat(WhenNothingFits mode) {
    Toolbox tools =
        new Toolbox(
            List.of(ToolSource.of(List.of(new SearchKnowledgeTool(consultant(mode))))),
            Duration.ofSeconds(20));
    return new DirectChat(
        new StatelessRunner(
            BotInstance.DEFAULTS,
            scene.model(),
            tools,
            TurnSettings.DEFAULTS,
            CALLERS,
            consultant(mode),
            Clock.systemUTC()),
        new AttachmentIntake(
            new InMemoryAttachmentStore(),
            new InMemoryProviderFiles().large(),
            new ScriptedDocuments(),
            AttachmentSettings.DEFAULTS),
        Clock.systemUTC());
  }

  @Test
  @DisplayName("gets an answer with numbers, and what they stand for apart")
  void cited() {
    knowsLeave();
    scene.model().next(ScriptedReply.saying("Thirty days [" + mark(LEAVE) + "]."));

    Searched searched = chat(WhenNothingFits.ANSWER).search("How much holiday do I have?");

    assertThat(searched.answer().reply()).isEqualTo(Reply.answer("Thirty days[1]."));
    assertThat(searched.sources())
        .containsExactly(
            new CitedSource(
                1,
                "Handbook",
                Optional.of("https://example.org/Handbook"),
                Optional.empty(),
                List.of(),
                LEAVE));
  }

  @Test
  @DisplayName("is told where the documents do not say it, without asking the model, where so set")
  void nothingFits() {
    knowsLeave();

    Searched searched = chat(WhenNothingFits.SAY_SO).search("Which bicycle is best?");

    assertThat(searched.answer().reply())
        .isEqualTo(Reply.notice("I do not know that from the documents here."));
    assertThat(searched.sources()).isEmpty();
    assertThat(scene.model().requests()).isEmpty();
  }

  @Test
  @DisplayName("is shown only what everybody may see, also by the tool")
  void everyone() {
    knowsLeave();
    knows("Board", ADA, SECRET);
    knows("Own", DocumentAudience.of(AudienceTerm.person(CALLERS.user())), "The merger is off.");
    scene.model().next(ScriptedReply.calling("1", SearchKnowledgeTool.NAME, query("merger")));
    scene.model().next(ScriptedReply.saying("Nobody knows."));

    chat(WhenNothingFits.ANSWER).assist("When does the merger close?");

    assertThat(scene.model().requests().toString())
        .contains("The documents hold nothing on this.")
        .doesNotContain(SECRET)
        .doesNotContain("merger is off");
  }

  @Test
  @DisplayName("has its whole conversation looked at, and a list of what is cited below the answer")
  void conversation() {
    knowsLeave();
    scene.model().next(ScriptedReply.saying("Yes [" + mark(LEAVE) + "]."));

    Reply reply =
        chat(WhenNothingFits.SAY_SO)
            .answer(
                List.of(
                    new Line(Speaker.USER, "How much holiday do I have?"),
                    new Line(Speaker.ASSISTANT, "Thirty days."),
                    new Line(Speaker.USER, "Is it paid?")),
                _ -> {})
            .reply();

    assertThat(reply.markdown()).startsWith("Yes\\[1\\].\n\n**Sources**");
  }
}
