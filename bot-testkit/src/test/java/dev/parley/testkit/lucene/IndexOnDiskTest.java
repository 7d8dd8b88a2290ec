package dev.parley.testkit.lucene;

import static dev.parley.testkit.lucene.SomeIndex.OTHER_TENANT;
import static dev.parley.testkit.lucene.SomeIndex.SPACE;
import static dev.parley.testkit.lucene.SomeIndex.TENANT;
import static dev.parley.testkit.lucene.SomeIndex.meaning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.knowledge.PassageIndex.Wanted;
import dev.parley.model.VectorSpace;
import dev.parley.testkit.knowledge.DraftDocument;
import dev.parley.testkit.knowledge.InMemoryKnowledgeStore;
import dev.parley.testkit.knowledge.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An index on disk")
@Timeout(60)
class IndexOnDiskTest {
  private static final int DOCUMENTS = 20;

  /// More than are read at once.
  private static final int MANY = 80;

  /// A file goes, is cut off, or has other bytes somewhere.
  private static final int HARMS = 9;

  @TempDir Path folder;
  @TempDir Path otherFolder;
  private final InMemoryKnowledgeStore store = new InMemoryKnowledgeStore();
  private final Outage outage = new Outage(store);

  @BeforeEach
  void publish() {
    IntStream.range(0, DOCUMENTS).forEach(at -> draft(at).publishTo(store));
  }

  private static DraftDocument draft(int number) {
    return DraftDocument.of(TENANT, "title " + number)
        .in(SPACE.toString())
        .says("alpha " + number, meaning(1, number));
  }

  private SomeIndex open() throws IOException {
    return SomeIndex.open(folder, outage.store());
  }

  private static int found(SomeIndex index) {
    return index.texts(new Wanted("alpha", SomeIndex.ANYBODY, Set.of(), 100), meaning(1)).size();
  }

  @Test
  @DisplayName("is there at once after a restart, whatever the store is like")
  void restart() throws IOException {
    try (SomeIndex index = open()) {
      index.catchUp();
    }
    outage.begin();

    try (SomeIndex index = open()) {
      assertThat(found(index)).isEqualTo(DOCUMENTS);
      assertThatThrownBy(index::catchUp).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  @DisplayName("goes on after a restart from where it was")
  void goesOn() throws IOException {
    try (SomeIndex index = open()) {
      index.catchUp();
    }
    store.remove(TENANT, draft(0).id());
    draft(DOCUMENTS).publishTo(store);

    try (SomeIndex index = open()) {
      index.catchUp();
      assertThat(found(index)).isEqualTo(DOCUMENTS);
      assertThat(index.texts("title 0")).doesNotContain("alpha 0");
    }
  }

  @Test
  @DisplayName("that is half made is made whole after a restart")
  void halfMade() throws IOException {
    IntStream.range(DOCUMENTS, MANY).forEach(at -> draft(at).publishTo(store));
    try (SomeIndex index = open()) {
      outage.beginAfter(54);
      assertThatThrownBy(index::catchUp).isInstanceOf(StoreUnavailableException.class);
      assertThat(found(index)).isPositive().isLessThan(MANY);
    }
    outage.end();

    try (SomeIndex index = open()) {
      index.catchUp();
      assertThat(found(index)).isEqualTo(MANY);
    }
  }

  @Test
  @DisplayName("says the same again after a kill at any moment")
  void kill() throws IOException {
    try (SomeIndex index = open()) {
      index.catchUp();
      store.remove(TENANT, draft(0).id());
      index.catchUp();
      draft(1).version("2").says("alpha more").publishTo(store);
      // what is on disk while the process still has it open is what a kill leaves behind
      copy(folder, otherFolder);
    }

    try (SomeIndex index = SomeIndex.open(otherFolder, store).catchUp()) {
      assertThat(found(index)).isEqualTo(DOCUMENTS);
      assertThat(index.texts("title 1")).contains("alpha more");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private List<Path> indexFiles(String pattern) throws IOException {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().matches(pattern))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"segments_.*", "_.*\\.cfs", "_.*\\.si"})
  @DisplayName("is made anew where a file of it is cut off, gone or other than it was")
  void corrupt(String pattern) throws IOException {
    for (int harm = 0; harm < HARMS; harm++) {
      try (SomeIndex index = open()) {
        index.catchUp();
      }
      List<Path> files = indexFiles(pattern);
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        harm(file, harm);
      }

      try (SomeIndex index = open()) {
        index.catchUp();
        assertThat(found(index)).isEqualTo(DOCUMENTS);
      }
    }
  }

  private static void harm(Path file, int how) throws IOException {
    if (how == 0) {
      Files.delete(file);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long somewhere = channel.size() * how / HARMS;
      if (how == 1) {
        channel.truncate(somewhere);
      } else {
        channel.write(ByteBuffer.wrap(new byte[] {0x55, 0x2a, 0x55}), somewhere);
      }
    }
  }

  @Test
  @DisplayName("is made anew where vectors are of another space now")
  void otherSpace() throws IOException {
    try (SomeIndex index = open()) {
      index.catchUp();
    }

    VectorSpace other = new VectorSpace("others", 4);
    try (SomeIndex index = SomeIndex.open(folder, store, Optional.of(other)).catchUp()) {
      assertThat(index.texts(SomeIndex.wanted("zzz"), meaning(1))).isEmpty();
      assertThat(found(index)).isEqualTo(DOCUMENTS);
    }
  }

  @Test
  @DisplayName("is emptied where the store began anew")
  void otherHistory() throws IOException {
    try (SomeIndex index = open()) {
      index.catchUp();
    }
    InMemoryKnowledgeStore fresh = new InMemoryKnowledgeStore();
    draft(3).publishTo(fresh);

    try (SomeIndex index = SomeIndex.open(folder, fresh).catchUp()) {
      assertThat(index.texts("alpha")).containsExactly("alpha 3");
    }
  }

  @Test
  @DisplayName("goes where its tenant has no documents in the store")
  void tenantGone() throws IOException {
    DraftDocument.of(OTHER_TENANT, "other").says("alpha").publishTo(store);
    try (SomeIndex index = open()) {
      index.catchUp();
    }
    assertThat(indexFiles("segments_.*")).hasSize(2);
    InMemoryKnowledgeStore fresh = new InMemoryKnowledgeStore();
    draft(3).publishTo(fresh);

    try (SomeIndex index = SomeIndex.open(folder, fresh).catchUp()) {
      assertThat(index.texts("alpha")).containsExactly("alpha 3");
    }

    assertThat(indexFiles("segments_.*")).hasSize(1);
  }

  @Test
  @DisplayName("can be deleted at any time while nobody has it open")
  void deleted() throws IOException {
    try (SomeIndex index = open()) {
      index.catchUp();
    }
    for (Path file : files(folder)) {
      Files.delete(file);
    }

    try (SomeIndex index = open()) {
      index.catchUp();
      assertThat(found(index)).isEqualTo(DOCUMENTS);
    }
  }
}
