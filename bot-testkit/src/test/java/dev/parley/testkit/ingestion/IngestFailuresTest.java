package dev.parley.testkit.ingestion;

import static dev.parley.testkit.ingestion.IngestScene.LIMIT;
import static dev.parley.testkit.ingestion.IngestScene.TENANT;
import static dev.parley.testkit.ingestion.IngestScene.page;
import static dev.parley.testkit.ingestion.IngestScene.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentReading.Obstacle;
import dev.parley.fetch.Fetched;
import dev.parley.knowledge.EmbeddedPassage;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.JobState;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.Material;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnaffordableException;
import dev.parley.quota.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A document that cannot be read in")
@Timeout(60)
class IngestFailuresTest {
  private static final String ADDRESS = "https://example.com/page";
  private static final Material LINK = new Material.Link(ADDRESS);

  private final IngestScene scene = new IngestScene();

  @BeforeEach
  void begin() {
    scene.ingester.begin();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  /// Waits until it waits for another try.
  private JobState postponed(IngestJob job) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> scene.queue.state(TENANT, job.id()).orElseThrow(),
            state -> state.stage() == Stage.WAITING && !state.told().isEmpty());
  }

  private IngestJob taken(Material material) {
    IngestJob job = scene.job(material);
    scene.ingester.take(job);
    return job;
  }

  private JobState over(IngestJob job) {
    return await()
        .atMost(LIMIT)
        .until(() -> scene.queue.state(TENANT, job.id()).orElseThrow(), JobState::isOver);
  }

  @ParameterizedTest
  @CsvSource({
    "403, text/html, its host does not let me read it (HTTP status 403)",
    "404, text/html, there is nothing at this address (HTTP status 404)",
    "200, image/png, 'it is a picture, which is not read here'",
    "200, application/zip, 'it is a file of the type application/zip, which is not read here'",
  })
  @DisplayName("fails at once where trying again changes nothing, and says why")
  void permanent(int status, String type, String told) {
    scene.web.put(ADDRESS, page(status, type, "\0\1\2"));

    JobState state = scene.read(LINK);

    assertThat(state.stage()).isEqualTo(Stage.FAILED);
    assertThat(state.told()).isEqualTo("I could not read it: " + told + ".");
  }

  @Test
  @DisplayName("fails with a sentence where a document has a password")
  void locked() {
    scene.documents.answer(new DocumentReading.Unread(Obstacle.PROTECTED));
    scene.web.put(ADDRESS, page(200, "application/pdf", "%PDF-1.7\n"));

    assertThat(scene.read(LINK).told())
        .isEqualTo("I could not read it: the document asks for a password.");
  }

  @Test
  @DisplayName("is tried again later where its host does not answer, and is given up in the end")
  void passing() {
    scene.web.put(ADDRESS, new Fetched.Failed("It did not answer in time."));
    IngestJob job = taken(LINK);

    for (int attempt = 1; attempt < 8; attempt++) {
      assertThat(postponed(job).told())
          .isEqualTo("It did not answer in time. It will be tried again.");
      scene.clock.step(Duration.ofHours(2));
      await().atMost(LIMIT).until(() -> !waits(job));
    }

    assertThat(over(job).stage()).isEqualTo(Stage.FAILED);
  }

  /// Whether it waits since before the last step of the clock.
  private boolean waits(IngestJob job) {
    JobState state = scene.queue.state(TENANT, job.id()).orElseThrow();
    return state.stage() == Stage.WAITING && state.since().isBefore(scene.clock.instant());
  }

  @Test
  @DisplayName("is read in after all where its host answers meanwhile")
  void recovered() {
    scene.web.put(ADDRESS, page(503, "text/html", "x"));
    IngestJob job = taken(LINK);
    postponed(job);

    scene.web.put(ADDRESS, page(200, "text/html", "<p>Hello"));
    scene.clock.step(Duration.ofMinutes(1));

    assertThat(over(job).stage()).isEqualTo(Stage.DONE);
  }

  @Test
  @DisplayName("waits for budget, and says so")
  void unaffordable() {
    scene.embedder.fail(() -> new ModelUnaffordableException(new Refusal.StoreAway()));
    IngestJob job = taken(words("plan", "Lunch."));

    assertThat(postponed(job).told()).contains("no budget for its vectors");
    assertThat(scene.store.documents(TENANT)).isEmpty();
    scene.embedder.work();
    scene.clock.step(Duration.ofHours(7));
    assertThat(over(job).stage()).isEqualTo(Stage.DONE);
  }

  @Test
  @DisplayName("waits for budget for a week at most")
  void neverAffordable() {
    scene.embedder.fail(() -> new ModelUnaffordableException(new Refusal.StoreAway()));
    IngestJob job = taken(words("plan", "Lunch."));
    postponed(job);

    scene.clock.step(Duration.ofDays(8));

    assertThat(over(job).told()).contains("no budget for its vectors for a week");
  }

  @Test
  @DisplayName("waits where the provider has too much to do, for as long as it asks")
  void overloaded() {
    scene.embedder.fail(
        () -> new ModelOverloadedException("429", Optional.of(Duration.ofMinutes(5)), null));
    IngestJob job = taken(words("plan", "Lunch."));
    postponed(job);
    scene.embedder.work();

    scene.clock.step(Duration.ofMinutes(4));
    assertThat(scene.queue.claim(Duration.ofSeconds(1))).isEmpty();

    scene.clock.step(Duration.ofMinutes(2));
    assertThat(over(job).stage()).isEqualTo(Stage.DONE);
  }

  @Test
  @DisplayName("because its vectors are refused is found by its words")
  void rejected() {
    scene.embedder.fail(() -> new ModelRejectedException(403, "key", null));
    Material plan = words("plan", "Lunch.");

    JobState state = scene.read(plan);

    assertThat(state.stage()).isEqualTo(Stage.DONE);
    assertThat(state.told())
        .endsWith("No vectors could be made, so it is found by its words alone.");
    assertThat(scene.document(plan).orElseThrow().space()).isEmpty();
    assertThat(scene.passages(plan))
        .extracting(EmbeddedPassage::embedding)
        .containsOnly(Optional.empty());
  }

  @Test
  @DisplayName("any more stays as it was, after some more looks")
  void vanished() {
    scene.web.put(ADDRESS, page(200, "text/html", "<p>Hello"));
    scene.read(LINK);
    scene.web.put(ADDRESS, page(410, "text/html", ""));
    IngestJob job = taken(LINK);

    postponed(job);
    scene.clock.step(Duration.ofMinutes(11));
    await().atMost(LIMIT).until(() -> !waits(job));
    scene.clock.step(Duration.ofMinutes(11));

    assertThat(over(job).stage()).isEqualTo(Stage.FAILED);
    assertThat(over(job).told()).endsWith("What was read before stays.");
    assertThat(scene.document(LINK)).isPresent();
  }

  @Test
  @DisplayName("because there is no room leaves all others as they are")
  void full() {
    for (int at = 0; at < 10; at++) {
      scene.read(words("w" + at, "words " + at));
    }

    JobState state = scene.read(words("more", "more"));

    assertThat(state.stage()).isEqualTo(Stage.FAILED);
    assertThat(state.told()).contains("there may be 10 documents");
    assertThat(scene.store.documents(TENANT)).hasSize(10);
  }
}
