package dev.parley.testkit.ingestion;

import static dev.parley.testkit.ingestion.IngestScene.ANN;
import static dev.parley.testkit.ingestion.IngestScene.PAYER;
import static dev.parley.testkit.ingestion.IngestScene.TENANT;
import static dev.parley.testkit.ingestion.IngestScene.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentContent;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.Ingestion.Taken;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A document that is added")
@Timeout(60)
class IngesterTest {
  private static final Material PLAN = words("plan", "# Lunch\n\nAt one.\n\n# Tea\n\nAt four.");

  private final IngestScene scene = new IngestScene();

  @BeforeEach
  void begin() {
    scene.ingester.begin();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @DisplayName("is in the knowledge base with its passages and their vectors, which somebody pays")
  void added() {
    JobState state = scene.read(PLAN);

    assertThat(state.stage()).isEqualTo(Stage.DONE);
    assertThat(state.told()).isEqualTo("It is in the knowledge base, in 2 passages.");
    Document document = scene.document(PLAN).orElseThrow();
    assertThat(document.title()).isEqualTo("The plan");
    assertThat(document.addedBy()).contains(ANN);
    assertThat(document.audience()).isEqualTo(DocumentAudience.EVERYONE);
    assertThat(document.space()).contains("counted@2");
    assertThat(document.passages()).isEqualTo(2);
    assertThat(scene.passages(PLAN))
        .extracting(EmbeddedPassage::embedding)
        .doesNotContain(Optional.empty());
    assertThat(scene.embedder.made())
        .containsExactly("The plan › Lunch: At one.", "The plan › Tea: At four.");
    assertThat(scene.embedder.bookings())
        .containsOnly(new Booking(PAYER, Purpose.EMBEDDING, Optional.empty()));
  }

  @Test
  @DisplayName("again is only looked at, where it says what it said")
  void unchanged() {
    scene.read(PLAN);
    Document before = scene.document(PLAN).orElseThrow();
    scene.clock.step(Duration.ofHours(1));

    JobState state = scene.read(PLAN);

    assertThat(state.stage()).isEqualTo(Stage.UNCHANGED);
    assertThat(scene.document(PLAN)).contains(before.checkedAt(scene.clock.instant()));
    assertThat(scene.embedder.bookings()).hasSize(1);
  }

  @Test
  @DisplayName("again gets new vectors only for what changed")
  void changed() {
    scene.read(PLAN);

    JobState state = scene.read(words("plan", "# Lunch\n\nAt two.\n\n# Tea\n\nAt four."));

    assertThat(state.stage()).isEqualTo(Stage.DONE);
    assertThat(scene.passages(PLAN))
        .extracting(passage -> passage.passage().text())
        .containsExactly("At two.", "At four.");
    assertThat(scene.embedder.made()).hasSize(3).last().isEqualTo("The plan › Lunch: At two.");
  }

  @Test
  @DisplayName("again after it was removed costs nothing for vectors that are remembered")
  void remembered() {
    scene.read(PLAN);
    scene.store.remove(TENANT, scene.document(PLAN).orElseThrow().id());

    assertThat(scene.read(PLAN).stage()).isEqualTo(Stage.DONE);
    assertThat(scene.embedder.bookings()).hasSize(1);
  }

  @Test
  @DisplayName("again keeps whom it is for, unless somebody says otherwise")
  void audience() {
    DocumentAudience few = DocumentAudience.of(AudienceTerm.channel("C1"));
    DocumentAudience others = DocumentAudience.of(AudienceTerm.channel("C2"));
    scene.read(scene.job(PLAN, Optional.of(few)));

    scene.read(words("plan", "Changed."));
    assertThat(scene.document(PLAN).orElseThrow().audience()).isEqualTo(few);

    JobState state = scene.read(scene.job(words("plan", "Changed."), Optional.of(others)));
    assertThat(state.stage()).isEqualTo(Stage.DONE);
    assertThat(scene.document(PLAN).orElseThrow().audience()).isEqualTo(others);
  }

  @Test
  @DisplayName("is not added where another one says the same to the same people")
  void twins() {
    scene.read(words("plan", "Lunch is at one."));
    Material copy = words("copy", "Lunch is at one.");
    DocumentAudience few = DocumentAudience.of(AudienceTerm.channel("C1"));

    JobState state = scene.read(copy);

    assertThat(state.stage()).isEqualTo(Stage.UNCHANGED);
    assertThat(state.told()).startsWith("The same text is there already, as “The plan” (");
    assertThat(scene.document(copy)).isEmpty();
    assertThat(scene.read(scene.job(copy, Optional.of(few))).stage()).isEqualTo(Stage.DONE);
  }

  @Test
  @DisplayName("can be a file that is kept, read by what it is")
  void kept() {
    byte[] page =
        "<title>Rules</title><h2 id=one>One</h2><p>Be kind.".getBytes(StandardCharsets.UTF_8);
    AttachmentContent content = AttachmentContent.of(page);
    scene.kept.keep(TENANT, content);
    Origin origin = new Origin(Origin.Kind.FILE, "rules.html", Optional.empty());
    Material file = new Material.Kept(origin, content.sha256(), "rules.html");

    assertThat(scene.read(file).stage()).isEqualTo(Stage.DONE);
    assertThat(scene.document(file).orElseThrow().title()).isEqualTo("Rules");
    assertThat(scene.passages(file).getFirst().passage().anchor()).contains("one");
  }

  @Test
  @DisplayName("can be a page of the web")
  void link() {
    Material link = new Material.Link("https://example.com/page");
    scene.web.put(
        "https://example.com/page",
        IngestScene.page(200, "text/html", "<title>Lunch</title><p>At one.</p>"));

    assertThat(scene.read(link).stage()).isEqualTo(Stage.DONE);
    assertThat(scene.document(link).orElseThrow().origin().address())
        .contains("https://example.com/page");
  }

  @Test
  @DisplayName("is refused at once where it says nothing, is no address, or too many wait")
  void refused() {
    scene.ingester.close();

    assertThat(scene.ingester.take(scene.job(words("x", " "))))
        .isEqualTo(new Taken.Refused("There are no words to add."));
    assertThat(scene.ingester.take(scene.job(new Material.Link("file:///etc/passwd"))))
        .isInstanceOf(Taken.Refused.class);
    for (int at = 0; at < 5; at++) {
      scene.ingester.take(scene.job(words("x" + at, "x")));
    }
    assertThat(scene.ingester.take(scene.job(words("y", "y"))))
        .isEqualTo(new Taken.Refused("5 documents wait already to be read. Please add it later."));
  }

  @Test
  @DisplayName("shows how far it is while it is read")
  void progress() {
    String numbers =
        IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));

    JobState state = scene.read(words("numbers", numbers));

    assertThat(state.done()).isEqualTo(state.of()).isGreaterThan(50);
    assertThat(scene.embedder.bookings()).hasSizeGreaterThan(2);
  }
}
