package dev.parley.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.model.Embedder;
import dev.parley.model.Embedding;
import dev.parley.model.ModelUnreachableException;
import dev.parley.model.OfflineEmbedder;
import dev.parley.model.VectorSpace;
import dev.parley.testkit.model.EmbedderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Vectors by the offline model")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmEmbedderTest extends EmbedderContract {
  @TempDir static Path folder;

  private OfflineEmbedder embedder;

  @BeforeAll
  void open() {
    embedder = OfflineEmbedder.find().orElseThrow().open(folder.resolve("native"));
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  @Override
  protected Embedder embedder() {
    return embedder;
  }

  private Embedding meaning(String text) {
    return embedder.passages(List.of(untitled(text)), BOOKING).getFirst();
  }

  @Test
  @DisplayName("are in a space of their own")
  void space() {
    assertThat(embedder.space()).isEqualTo(new VectorSpace("all-minilm-l6-v2-q", 384));
  }

  @Test
  @DisplayName("are near where the same is said in other words")
  void sameInOtherWords() {
    Embedding car = meaning("The automobile would not start this morning.");

    assertThat(car.similarity(meaning("My car did not run today."))).isGreaterThan(0.5);
    assertThat(car.similarity(meaning("She paints landscapes in oil."))).isLessThan(0.15);
  }

  @Test
  @DisplayName("know of what stands at the end of a long passage")
  void longPassage() {
    String filler = "The minutes of the meeting were approved without changes. ".repeat(40);
    String end = "Our parrots are fed with sunflower seeds and fresh fruit. ".repeat(20);

    double whole = meaning(filler + end).similarity(meaning("feeding parrots"));
    double without = meaning(filler).similarity(meaning("feeding parrots"));

    assertThat(whole).isGreaterThan(without + 0.2);
  }

  @Test
  @DisplayName("hardly depend on what else is asked for at the same time")
  void together() {
    String text = "Expenses are paid back within two weeks.";
    String others =
        IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(" "));

    List<Embedding> both = embedder.passages(List.of(untitled(text), untitled(others)), BOOKING);

    assertThat(both.getFirst().similarity(meaning(text))).isCloseTo(1, within(0.02));
  }

  @Test
  @DisplayName("need native libraries, which are unpacked below the given folder")
  void unpacked() throws IOException {
    embedder.question("Is anybody there?", BOOKING);

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .contains(
              System.mapLibraryName("onnxruntime"),
              System.mapLibraryName("onnxruntime4j_jni"),
              System.mapLibraryName("tokenizers"));
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  @Test
  @DisplayName("cannot be had once it is closed")
  void closed() {
    OfflineEmbedder other = new MiniLmEmbedder(folder.resolve("native"));
    other.question("Is anybody there?", BOOKING);

    other.close();
    other.close();

    assertThatThrownBy(() -> other.question("Is anybody there?", BOOKING))
        .isInstanceOf(ModelUnreachableException.class);
  }
}
