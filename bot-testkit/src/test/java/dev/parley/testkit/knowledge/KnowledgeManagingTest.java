package dev.parley.testkit.knowledge;

import static dev.parley.testkit.knowledge.KnowledgeScene.ANN;
import static dev.parley.testkit.knowledge.KnowledgeScene.BOB;
import static dev.parley.testkit.knowledge.KnowledgeScene.TENANT;
import static dev.parley.testkit.knowledge.KnowledgeScene.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.CommandSpec;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Managing documents by commands")
@Timeout(60)
final class KnowledgeManagingTest {
  private final KnowledgeScene scene = new KnowledgeScene(CommandSpec.Access.EVERYONE);

  private String id() {
    return scene.only().id().value();
  }

  @Test
  @DisplayName("lists what there is: who sees it, who added it, whether it was used")
  void list() {
    scene.ann("/knowledge add Opening hours");
    scene.store.used(TENANT, List.of(scene.only().id()), Instant.parse("2026-11-26T09:00:00Z"));

    String told = scene.bob("/knowledge").markdown();

    assertThat(told)
        .startsWith("1 document:")
        .contains("**Opening hours** (`" + id() + "`): 1 passage; for everyone; added by Ann")
        .contains("last used")
        .doesNotContain("stale");
  }

  @Test
  @DisplayName("marks what nobody has looked at for long")
  void stale() {
    scene.ann("/knowledge add Opening hours");
    scene.store.checked(scene.only(), Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(scene.bob("/knowledge list").markdown()).contains("**stale**");
  }

  @Test
  @DisplayName("shows nobody that there is what they may not see, but admins")
  void hidden() {
    scene.types(by(BOB, "tower"), "/knowledge add Signals");

    assertThat(scene.ann("/knowledge list").markdown()).doesNotContain("Signals");
    assertThat(scene.ann("/knowledge show Signals").markdown()).startsWith("I know no document");
    assertThat(scene.ann("/knowledge remove " + id()).markdown()).startsWith("I know no document");
    assertThat(scene.suggestions("show", "document", by(ANN, "square"))).isEmpty();
    assertThat(scene.bob("/knowledge list").markdown()).contains("Signals");
    assertThat(scene.admin("/knowledge list").markdown()).contains("Signals");
  }

  @Test
  @DisplayName("turns the pages of a long list, and filters it")
  void pages() {
    for (int number = 10; number < 30; number++) {
      scene.ann("/knowledge add Note " + number);
    }

    Reply first = scene.bob("/knowledge list");
    Reply second = scene.bob("/knowledge list 2");

    assertThat(first.markdown()).startsWith("20 documents, page 1 of 2:").contains("Note 24");
    assertThat(first.actions()).extracting(ReplyAction::line).containsExactly("/knowledge list 2");
    assertThat(second.markdown()).contains("Note 25").doesNotContain("Note 24");
    assertThat(scene.bob("/knowledge list note 13").markdown()).startsWith("1 document:");
  }

  @Test
  @DisplayName("lists what is under way or failed to who added it, and to admins")
  void jobs() {
    scene.ann("/knowledge add https://broken.example/");
    scene.ingestion.becomeSlow();
    scene.ann("/knowledge add https://slow.example/");

    assertThat(scene.ann("/knowledge list").markdown())
        .contains("https://slow.example/** (`")
        .contains(": waits")
        .contains(": failed. It cannot be read.");
    assertThat(scene.admin("/knowledge list").markdown()).contains(": waits");
    assertThat(scene.bob("/knowledge list").markdown()).doesNotContain("waits");
  }

  @Test
  @DisplayName("shows a document by its id, its title, or a part of that")
  void show() {
    scene.ann("/knowledge add title:\"Opening hours\" We open at nine.");

    for (String named : List.of(id(), "opening HOURS", "opening", id() + " Opening hours")) {
      assertThat(scene.bob("/knowledge show " + named).markdown())
          .contains("From words that somebody typed")
          .contains("- Top › Part")
          .contains("> We open at nine.");
    }
    assertThat(scene.bob("/knowledge show " + id()).actions()).isEmpty();
    assertThat(scene.ann("/knowledge show " + id()).actions()).hasSize(1);
  }

  @Test
  @DisplayName("asks which document is meant where several are called so")
  void ambiguous() {
    scene.ann("/knowledge add Plan A");
    scene.ann("/knowledge add Plan B");

    assertThat(scene.ann("/knowledge show plan").markdown())
        .startsWith("Which one?")
        .contains("Plan A", "Plan B");
  }

  @Test
  @DisplayName("lets people remove what they added, and admins remove all")
  void remove() {
    scene.ann("/knowledge add Opening hours");

    Reply bob = scene.bob("/knowledge remove " + id());
    assertThat(bob.tone()).isEqualTo(Reply.Tone.NOTICE);

    Reply ann = scene.ann("/knowledge remove " + id());
    assertThat(ann.markdown()).endsWith("is removed.");
    assertThat(scene.store.documents(TENANT)).isEmpty();
    assertThat(scene.deeds.lines().getLast()).startsWith("Ann removed “Opening hours”");

    scene.ann("/knowledge add Opening hours");
    assertThat(scene.admin("/knowledge remove opening").markdown()).endsWith("is removed.");
  }

  @Test
  @DisplayName("changes who sees a document, for people among whom its owner is")
  void audience() {
    scene.ann("/knowledge add Opening hours");
    String id = id();

    assertThat(scene.bob("/knowledge audience " + id + " me").tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(scene.ann("/knowledge audience " + id + " <#tower>").markdown())
        .startsWith("You can only give");
    assertThat(scene.ann("/knowledge audience " + id + " <#council|council>, @Bob").markdown())
        .endsWith("is for readers of \\#council, person `bob` from now on.");

    assertThat(scene.only().audience().terms().toString()).isEqualTo("[c:council, u:bob]");
    assertThat(scene.deeds.lines().getLast()).endsWith("from * to c:council, u:bob");
  }

  @Test
  @DisplayName("searches for the asker alone, with links and scores")
  void search() {
    scene.passages.with(
        "Hours", "https://a.example/hours", DocumentAudience.EVERYONE, "The market opens at nine.");

    String found = scene.bob("/knowledge search market").markdown();

    assertThat(found)
        .startsWith("- [Hours](<https://a.example/hours>)")
        .contains("score 1.000")
        .endsWith("The market opens at nine.");
    assertThat(scene.bob("/knowledge search lighthouse").markdown())
        .isEqualTo("No document that you can see says anything about “lighthouse”.");
  }

  @Test
  @DisplayName("offers ids and titles while people type")
  void suggestions() {
    scene.ann("/knowledge add Opening hours");

    assertThat(scene.suggestions("show", "document", by(BOB, "square")))
        .containsExactly(id() + " Opening hours");
    assertThat(scene.suggestions("add", "audience", by(BOB, "square")))
        .containsExactly("everyone", "here", "me");
  }

  @Test
  @DisplayName("gives nothing to single people where nobody knows who is who, not even for admins")
  void strangers() {
    scene.ann("/knowledge add Opening hours");
    scene.town.knowNobody();

    Reply refused = scene.admin("/knowledge audience " + id() + " me");

    assertThat(refused.markdown()).startsWith("Nobody knows here who is who");
    assertThat(scene.only().audience()).isEqualTo(DocumentAudience.EVERYONE);
  }

  @Test
  @DisplayName("is for managers or admins alone where that is set")
  void policy() {
    KnowledgeScene admins = new KnowledgeScene(CommandSpec.Access.ADMINS);
    KnowledgeScene managers = new KnowledgeScene(CommandSpec.Access.MANAGERS);

    assertThat(admins.types(by(ANN, "direct1"), "/knowledge add Words").markdown())
        .isEqualTo("Only admins may add and change documents.");
    assertThat(admins.admin("/knowledge add Words").tone()).isEqualTo(Reply.Tone.ANSWER);
    assertThat(managers.ann("/knowledge add Words").markdown()).startsWith("Only people who");
    assertThat(managers.types(by(ANN, "direct1"), "/knowledge add audience:everyone X").markdown())
        .startsWith("In direct messages you can only add documents for yourself");
    assertThat(managers.types(by(ANN, "direct1"), "/knowledge add Words").tone())
        .isEqualTo(Reply.Tone.ANSWER);
  }
}
