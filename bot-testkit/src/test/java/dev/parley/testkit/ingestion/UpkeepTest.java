package dev.parley.testkit.ingestion;

import static dev.parley.testkit.ingestion.IngestScene.LIMIT;
import static dev.parley.testkit.ingestion.IngestScene.PAYER;
import static dev.parley.testkit.ingestion.IngestScene.SETTINGS;
import static dev.parley.testkit.ingestion.IngestScene.TENANT;
import static dev.parley.testkit.ingestion.IngestScene.page;
import static dev.parley.testkit.ingestion.IngestScene.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.ingestion.Duties;
import dev.parley.ingestion.Ingester;
import dev.parley.ingestion.LinkRefresh;
import dev.parley.ingestion.NewVectors;
import dev.parley.ingestion.PassageVectors;
import dev.parley.knowledge.Document;
import dev.parley.knowledge.IngestJob;
import dev.parley.knowledge.JobState.Stage;
import dev.parley.knowledge.KnowledgeStore;
import dev.parley.knowledge.Material;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Documents that are there")
@Timeout(60)
class UpkeepTest {
  private static final String ADDRESS = "https://example.com/page";

  private final IngestScene scene = new IngestScene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @DisplayName("from links are read again after a time, once")
  void links() {
    scene.ingester.begin();
    Material link = new Material.Link(ADDRESS);
    scene.web.put(ADDRESS, page(200, "text/html", "<p>Old"));
    scene.read(link);
    LinkRefresh refresh =
        new LinkRefresh(scene.store, scene.queue, _ -> PAYER, SETTINGS, scene.clock);
    scene.web.put(ADDRESS, page(200, "text/html", "<p>New"));

    refresh.look();
    assertThat(scene.passages(link).getFirst().passage().text()).isEqualTo("Old");

    scene.clock.step(Duration.ofDays(1).plusMinutes(1));
    refresh.look();
    refresh.look();
    await()
        .atMost(LIMIT)
        .until(() -> scene.passages(link).getFirst().passage().text().equals("New"));
  }

  @Test
  @DisplayName("get vectors of another model, for which the bot pays")
  void vectors() {
    scene.ingester.begin();
    Material plan = words("plan", "# Lunch\n\nAt one.");
    scene.read(plan);
    CountedEmbedder other = new CountedEmbedder("other");
    NewVectors renewal =
        new NewVectors(
            scene.store,
            new PassageVectors(Optional.of(other), scene.store),
            Duties.ALONE,
            _ -> PAYER,
            SETTINGS,
            scene.clock);

    renewal.look();
    renewal.look();

    Document document = scene.document(plan).orElseThrow();
    assertThat(document.space()).contains("other@2");
    assertThat(scene.passages(plan))
        .allSatisfy(passage -> assertThat(passage.embedding()).isPresent());
    assertThat(other.made()).containsExactly("The plan › Lunch: At one.");
  }

  @ParameterizedTest(name = "after {0} calls of the store")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  @DisplayName("are whole, and the rest is read by another instance, wherever one dies")
  void deaths(int calls) {
    Material plan = words("plan", "Lunch is at one.");
    IngestJob job = scene.job(plan);
    try (Ingester mortal = scene.ingester(dying(calls));
        Ingester other = scene.ingester(scene.store)) {
      mortal.take(job);
      mortal.begin();
      await()
          .atMost(LIMIT)
          .until(() -> scene.queue.state(TENANT, job.id()).orElseThrow().stage() != Stage.WAITING);
      assertThat(scene.store.documents(TENANT))
          .allSatisfy(document -> assertThat(scene.store.passages(document)).hasSize(1));

      other.begin();
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                scene.clock.step(Duration.ofMinutes(5));
                return scene.queue.state(TENANT, job.id()).orElseThrow().isOver();
              });
    }
    assertThat(scene.queue.state(TENANT, job.id()).orElseThrow().stage())
        .isIn(Stage.DONE, Stage.UNCHANGED);
    assertThat(scene.passages(plan)).hasSize(1);
  }

  /// The store of an instance that has it for some calls only.
  private KnowledgeStore dying(int calls) {
    AtomicInteger left = new AtomicInteger(calls);
    return (KnowledgeStore)
        Proxy.newProxyInstance(
            KnowledgeStore.class.getClassLoader(),
            new Class<?>[] {KnowledgeStore.class},
            (_, method, arguments) -> {
              if (left.getAndDecrement() <= 0) {
                throw new StoreUnavailableException("this instance is dead", null);
              }
              try {
                return method.invoke(scene.store, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
