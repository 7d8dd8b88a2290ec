package dev.parley.testkit.knowledge;

import static dev.parley.testkit.knowledge.KnowledgeScene.ANN;
import static dev.parley.testkit.knowledge.KnowledgeScene.BOB;
import static dev.parley.testkit.knowledge.KnowledgeScene.TENANT;
import static dev.parley.testkit.knowledge.KnowledgeScene.by;
import static dev.parley.testkit.knowledge.KnowledgeScene.byAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.AttachmentRef;
import dev.parley.command.CommandSpec;
import dev.parley.identity.MessageId;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.Origin;
import dev.parley.message.Quoted;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("/knowledge add")
@Timeout(60)
final class KnowledgeAddTest {
  private final KnowledgeScene scene = new KnowledgeScene(CommandSpec.Access.EVERYONE);

  private static AttachmentRef file(String name) {
    return new AttachmentRef("F-" + name, name, "application/pdf", 10, "there");
  }

  private List<String> titles() {
    return scene.store.documents(TENANT).stream().map(Document::title).sorted().toList();
  }

  @Test
  @DisplayName("keeps words under their first line, for everyone where everyone reads")
  void words() {
    Reply reply = scene.ann("/knowledge add # Opening hours\nWe open at nine.");

    Document document = scene.only();
    assertThat(document.title()).isEqualTo("Opening hours");
    assertThat(document.origin().kind()).isEqualTo(Origin.Kind.TEXT);
    assertThat(document.audience()).isEqualTo(DocumentAudience.EVERYONE);
    assertThat(document.addedBy()).contains(ANN);
    assertThat(reply.tone()).isEqualTo(Reply.Tone.ANSWER);
    assertThat(reply.markdown())
        .isEqualTo("**Opening hours** (`%s`): 1 passage, for everyone.".formatted(document.id()));
    assertThat(reply.actions())
        .extracting(ReplyAction::line)
        .containsExactly("/knowledge show " + document.id(), "/knowledge remove " + document.id());
    assertThat(scene.deeds.lines())
        .containsExactly("Ann added “Opening hours” (" + document.id() + ") to the knowledge base");
  }

  @Test
  @DisplayName("takes another title, and replaces what the same person added under it")
  void titled() {
    scene.ann("/knowledge add title:\"House rules\" Be kind.");
    scene.ann("/knowledge add title:\"House rules\" Be kind, and on time.");
    scene.bob("/knowledge add title:\"House rules\" Bob's own.");

    assertThat(titles()).containsExactly("House rules", "House rules");
  }

  @Test
  @DisplayName("reads each of several links")
  void links() {
    Reply reply = scene.ann("/knowledge add https://a.example/x <https://b.example/y>");

    assertThat(titles()).containsExactly("https://a.example/x", "https://b.example/y");
    assertThat(reply.markdown().lines()).hasSize(2).allMatch(line -> line.startsWith("- **"));
  }

  @Test
  @DisplayName("takes a link among words as words")
  void linkInWords() {
    scene.ann("/knowledge add see https://a.example/x");

    assertThat(scene.only().origin().kind()).isEqualTo(Origin.Kind.TEXT);
  }

  @Test
  @DisplayName("reads each of the files that come along")
  void files() {
    scene.types(
        by(ANN, "square").with(List.of(file("plan.pdf"), file("map.pdf"))), "/knowledge add");

    assertThat(titles()).containsExactly("map.pdf", "plan.pdf");
  }

  @Test
  @DisplayName("knows of files in a message where people find it")
  void filesOfAMessage() {
    Optional<String> message = Optional.of("https://a.example/message");

    scene.types(
        by(ANN, "square").with(List.of(file("plan.pdf"))).writtenAt(message), "/knowledge add");

    assertThat(scene.only().origin().address()).isEqualTo(message);
  }

  @Test
  @DisplayName("keeps a thread as it was said, with its files, for those who read where it was")
  void thread() {
    Quoted thread =
        new Quoted(
            new MessageId("m1"),
            Optional.of("https://chat.example/m1"),
            List.of(
                new Quoted.Line(BOB, Instant.parse("2026-11-25T09:30:00Z"), "How?", List.of()),
                new Quoted.Line(
                    ANN, Instant.parse("2026-11-25T09:31:00Z"), "So.", List.of(file("so.pdf")))),
            true);

    scene.types(by(ANN, "square").about(thread), "/knowledge add");

    assertThat(titles()).containsExactly("Bob: How?", "so.pdf");
    Document talk =
        scene.store.documents(TENANT).stream()
            .filter(document -> document.origin().kind() == Origin.Kind.MESSAGE)
            .findFirst()
            .orElseThrow();
    assertThat(talk.origin().address()).contains("https://chat.example/m1");
    assertThat(talk.audience().terms()).extracting(Object::toString).containsExactly("c:square");
    assertThat(scene.store.passages(talk).getFirst().passage().text())
        .isEqualTo("**Bob** (25 Nov 2026, 09:30):\n\nHow?\n\n**Ann** (25 Nov 2026, 09:31):\n\nSo.");
  }

  @Test
  @DisplayName("gives what is added in private to those who read there, and says so")
  void privatePlaces() {
    Reply council = scene.types(by(ANN, "council"), "/knowledge add The budget is small.");
    Reply direct = scene.types(by(BOB, "direct1"), "/knowledge add My notes.");

    assertThat(scene.store.documents(TENANT))
        .extracting(document -> document.audience().terms().toString())
        .containsExactlyInAnyOrder("[c:council]", "[u:bob]");
    assertThat(council.markdown()).contains("for readers of \\#council alone");
    assertThat(direct.markdown()).contains("for you alone");
  }

  @Test
  @DisplayName("gives a document to whom the option says")
  void audience() {
    scene.ann("/knowledge add audience:me,<@!bob> Between us.");

    assertThat(scene.only().audience().terms())
        .extracting(Object::toString)
        .containsExactly("u:ann", "u:bob");
  }

  @Test
  @DisplayName("says when it is not clear whom an audience means")
  void unclearAudience() {
    Reply reply = scene.ann("/knowledge add audience:nobody Words.");

    assertThat(reply.tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(reply.markdown()).startsWith("I do not know whom “nobody” means.");
    assertThat(scene.store.documents(TENANT)).isEmpty();
  }

  @Test
  @DisplayName("lets nobody plant words where they do not see them, but admins")
  void planting() {
    for (String others : List.of("<@bob>", "<#tower>", "<@&smiths>", "me,<#tower>")) {
      Reply reply = scene.ann("/knowledge add audience:" + others + " Obey me.");

      assertThat(reply.markdown()).startsWith("You can only give a document to people");
    }
    assertThat(scene.store.documents(TENANT)).isEmpty();

    scene.admin("/knowledge add audience:<#tower> Guard well.");

    assertThat(scene.only().audience().terms().toString()).isEqualTo("[c:tower]");
  }

  @Test
  @DisplayName("does not give to everyone what a guest adds")
  void guest() {
    scene.town.outsider("ann");

    Reply reply = scene.ann("/knowledge add Words.");

    assertThat(reply.markdown()).startsWith("You can only give");
  }

  @Test
  @DisplayName("replaces nothing that somebody else added")
  void others() {
    scene.types(by(ANN, "square").with(List.of(file("plan.pdf"))), "/knowledge add");

    Reply bob = scene.types(by(BOB, "square").with(List.of(file("plan.pdf"))), "/knowledge add");
    Reply admin =
        scene.types(byAdmin(BOB, "square").with(List.of(file("plan.pdf"))), "/knowledge add");

    assertThat(bob.markdown())
        .isEqualTo(
            "**plan.pdf**: there is a document of this name already that you may not change.");
    assertThat(admin.tone()).isEqualTo(Reply.Tone.ANSWER);
  }

  @Test
  @DisplayName("overtakes nothing that somebody else has let be read")
  void othersUnderWay() {
    scene.ingestion.becomeSlow();
    scene.types(by(ANN, "square").with(List.of(file("plan.pdf"))), "/knowledge add");

    Reply bob = scene.types(by(BOB, "square").with(List.of(file("plan.pdf"))), "/knowledge add");

    assertThat(bob.markdown()).contains("you may not change");
  }

  @Test
  @DisplayName("keeps the audience of what is added again")
  void again() {
    scene.ann("/knowledge add audience:me title:Mine Words.");
    scene.ann("/knowledge add title:Mine Other words.");

    assertThat(scene.only().audience().terms().toString()).isEqualTo("[u:ann]");
  }

  @Test
  @DisplayName("says what could not be read, and why")
  void failing() {
    Reply reply = scene.ann("/knowledge add https://broken.example/");

    assertThat(reply.tone()).isEqualTo(Reply.Tone.NOTICE);
    assertThat(reply.markdown()).endsWith(": failed. It cannot be read.");
  }

  @Test
  @DisplayName("says when nothing is taken")
  void full() {
    scene.ingestion.becomeFull();

    assertThat(scene.ann("/knowledge add Words.").markdown())
        .isEqualTo("**Words.**: Too many documents wait already.");
  }

  @Test
  @DisplayName("asks for something to add")
  void nothing() {
    assertThat(scene.ann("/knowledge add").markdown()).startsWith("Say what to add");
  }

  @Test
  @DisplayName("tells in a direct message what became of what takes long")
  void news() {
    scene.ingestion.becomeSlow();
    Reply reply = scene.ann("/knowledge add https://a.example/ https://broken.example/");

    assertThat(reply.markdown()).contains("is being read; I tell you when that is over");
    assertThat(scene.wall.toldTo(ANN.id())).isEmpty();

    scene.ingestion.readAll();

    await().until(() -> !scene.wall.toldTo(ANN.id()).isEmpty());
    assertThat(scene.wall.toldTo(ANN.id()).getFirst().markdown())
        .contains("done. It has 1 passage.")
        .contains("failed. It cannot be read.");
  }

  @Test
  @DisplayName("tells it where it was added where there are no direct messages")
  void newsInPlace() {
    KnowledgeScene web = new KnowledgeScene(CommandSpec.Access.EVERYONE, false);
    web.ingestion.becomeSlow();
    web.ann("/knowledge add https://a.example/");

    web.ingestion.readAll();

    await().until(() -> !web.wall.postedIn(KnowledgeScene.place("square")).isEmpty());
  }
}
