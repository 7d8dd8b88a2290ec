package dev.parley.testkit.lucene;

import static dev.parley.testkit.lucene.SomeIndex.SPACE;
import static dev.parley.testkit.lucene.SomeIndex.TENANT;
import static dev.parley.testkit.lucene.SomeIndex.meaning;
import static dev.parley.testkit.lucene.SomeIndex.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.UserId;
import dev.parley.knowledge.AudienceTerm;
import dev.parley.knowledge.DocumentAudience;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.testkit.knowledge.DraftDocument;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.testkit.knowledge.Outage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An index that follows a store")
@Timeout(60)
class IndexFollowerTest {
  @TempDir Path folder;
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  private final Outage outage = new Outage(store);
  private final DraftDocument handbook = DraftDocument.of(TENANT, "Handbook");
  private SomeIndex index;

  @BeforeEach
  void open() throws IOException {
    index = SomeIndex.open(folder, outage.store());
  }

  @AfterEach
  void close() throws Exception {
    index.follower().close();
    index.close();
  }

  @Test
  @DisplayName("has by itself what is published, and has it no more once it is removed")
  void follows() {
    index.follower().start();

    handbook.says("alpha").publishTo(store);
    await().until(() -> index.texts("alpha").size() == 1);

    store.remove(TENANT, handbook.id());
    await().until(() -> index.texts("alpha").isEmpty());
  }

  @Test
  @DisplayName("finds out about what it was not told of")
  void untold() {
    outage.silence();
    index.follower().start();

    handbook.says("beta").publishTo(store);

    await().until(() -> index.texts("beta").size() == 1);
  }

  @Test
  @DisplayName("puts all passages of a document in the place of those before")
  void replaces() {
    handbook.says("alpha one").says("alpha two").publishTo(store);
    index.catchUp();

    handbook.version("2").says("alpha three").publishTo(store);
    index.catchUp();

    assertThat(index.texts("alpha")).containsExactly("alpha three");
  }

  @Test
  @DisplayName("has nothing of a document any more that has no passages now")
  void emptied() {
    handbook.says("alpha").publishTo(store);
    index.catchUp();

    handbook.version("2").publishTo(store);
    index.catchUp();

    assertThat(index.texts("alpha")).isEmpty();
  }

  @Test
  @DisplayName("lets those see a document who may now")
  void audience() {
    handbook.says("alpha").publishTo(store);
    index.catchUp();

    store.changeAudience(
        TENANT, handbook.id(), DocumentAudience.of(AudienceTerm.person(new UserId("ann"))));
    index.catchUp();

    assertThat(index.texts("alpha")).isEmpty();
    Wanted anns = new Wanted("alpha", person("ann"), Set.of(), 10);
    assertThat(index.texts(anns, Optional.empty())).hasSize(1);
  }

  @Test
  @DisplayName("has vectors once they are made, though the words stay the same")
  void vectorsLater() {
    handbook.says("alpha", meaning(1)).publishTo(store);
    index.catchUp();
    assertThat(index.texts(SomeIndex.wanted("zzz"), meaning(1))).isEmpty();

    handbook.in(SPACE.toString()).says("alpha", meaning(1)).publishTo(store);
    index.catchUp();

    assertThat(index.texts(SomeIndex.wanted("zzz"), meaning(1))).containsExactly("alpha");
  }

  @Test
  @DisplayName("says the same as that of another instance on the same disk")
  void twoInstances() throws Exception {
    try (SomeIndex other = SomeIndex.open(folder, store)) {
      handbook.says("alpha").publishTo(store);
      index.catchUp();
      DraftDocument.of(TENANT, "Later").says("alpha later").publishTo(store);
      store.remove(TENANT, handbook.id());

      other.catchUp();
      index.catchUp();

      assertThat(other.texts("alpha")).containsExactly("alpha later");
      assertThat(index.texts("alpha")).isEqualTo(other.texts("alpha"));
    }
  }

  @Test
  @DisplayName("waits for a store that is away, answers meanwhile, and goes on when it is back")
  void away() {
    handbook.says("alpha").publishTo(store);
    index.catchUp();
    outage.begin();
    index.follower().start();
    DraftDocument.of(TENANT, "Later").says("alpha later").publishTo(store);

    assertThat(index.texts("alpha")).containsExactly("alpha");

    outage.end();
    await().until(() -> index.texts("alpha").size() == 2);
  }

  @Test
  @DisplayName("is the same after many changes of many documents")
  void many() {
    for (int at = 0; at < 300; at++) {
      DraftDocument.of(TENANT, "title " + at % 120)
          .version(Integer.toString(at))
          .says("alpha " + at)
          .says("beta " + at)
          .publishTo(store);
      if (at % 7 == 0) {
        index.catchUp();
      }
    }

    index.catchUp();

    Wanted all = new Wanted("alpha", SomeIndex.ANYBODY, Set.of(), 1_000);
    List<String> expected = IntStream.range(180, 300).mapToObj(at -> "alpha " + at).toList();
    assertThat(index.texts(all, Optional.empty())).containsExactlyInAnyOrderElementsOf(expected);
  }
}
