package dev.parley.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.knowledge.KnowledgeSettings.WhenNothingFits;
import dev.parley.message.Reply;
import dev.parley.testkit.model.ScriptedReply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Where documents alone may answer")
@Timeout(60)
class DocumentsAloneTest extends KnowledgeScene {
  @Test
  @DisplayName("people are told that they do not say it, and the model is not asked")
  void nothingFits() {
    knowsLeave();

    Reply reply = ask(strictBot(), "m1", "Which bicycle is best?");

    assertThat(reply).isEqualTo(Reply.notice("I do not know that from the documents here."));
    assertThat(scene.model().requests()).isEmpty();
  }

  @Test
  @DisplayName("a question that means the one before is searched for with it")
  void followUp() {
    knowsLeave();
    BotInstance bot = strictBot();
    ask(bot, "m1", "How much holiday do I have?");

    ask(bot, "m2", "Is it paid?");

    assertThat(scene.model().requests()).hasSize(2);
    assertThat(texts(lastRequest()).toString()).contains(LEAVE);
  }

  @Test
  @DisplayName("a greeting goes to the model, and needs no document")
  void greeting() {
    knowsLeave();
    scene.model().next(ScriptedReply.saying("Hello!"));

    Reply reply = ask(strictBot(), "m1", "Hi there, how are you?");

    assertThat(reply).isEqualTo(Reply.answer("Hello!"));
    assertThat(texts(lastRequest())).containsExactly("Hi there, how are you?");
  }

  @Test
  @DisplayName("the model is told to say nothing else, and an answer without a source is marked")
  void uncited() {
    knowsLeave();
    scene.model().next(ScriptedReply.saying("Forty [K12345]."));

    Reply reply = ask(strictBot(), "m1", "How much holiday do I have?");

    assertThat(reply.markdown()).isEqualTo("Forty.\n\nNo document is cited for this.");
    assertThat(texts(lastRequest()).getFirst()).contains("Answer from these passages alone.");
  }

  @Test
  @DisplayName("an answer that cites a passage stands for itself")
  void cited() {
    knowsLeave();
    scene.model().next(ScriptedReply.saying("Thirty [" + mark(LEAVE) + "]."));

    Reply reply = ask(strictBot(), "m1", "How much holiday do I have?");

    assertThat(reply.markdown()).startsWith("Thirty\\[1\\].").doesNotContain("No document");
  }

  @Test
  @DisplayName("people are told where they cannot be searched")
  void outOfReach() {
    knowsLeave();
    BotInstance bot =
        scene.bot(
            BotOptions.DEFAULTS.with(
                consultant(
                    (_, _, _) -> {
                      throw new IllegalStateException("no index");
                    },
                    WhenNothingFits.SAY_SO)));

    Reply reply = ask(bot, "m1", "How much holiday do I have?");

    assertThat(reply.markdown())
        .isEqualTo("The documents cannot be searched right now. Please ask again in a minute.");
    assertThat(scene.model().requests()).isEmpty();
  }

  @Test
  @DisplayName("the model answers as ever where there are none at all")
  void noDocuments() {
    scene.model().next(ScriptedReply.saying("A red one."));

    assertThat(ask(strictBot(), "m1", "Which bicycle is best?"))
        .isEqualTo(Reply.answer("A red one."));
  }
}
