package dev.parley.testkit.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.model.Embedder;
import dev.parley.model.Embedding;
import dev.parley.model.ModelUnreachableException;
import dev.parley.testkit.model.EmbedderContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Vectors of words")
class WordEmbedderTest extends EmbedderContract {
  private final WordEmbedder embedder = new WordEmbedder();

  @Override
  protected Embedder embedder() {
    return embedder;
  }

  @Test
  @DisplayName("are near where words mean the same, and far where they do not")
  void synonyms() {
    Embedding cars = WordEmbedder.meaning("Which cars may I use?");

    double automobile = cars.similarity(WordEmbedder.meaning("the use of an automobile"));
    double moon = cars.similarity(WordEmbedder.meaning("the moon and the Earth"));

    assertThat(automobile).isGreaterThan(0.9);
    assertThat(moon).isLessThan(embedder.relevantFrom());
  }

  @Test
  @DisplayName("cannot be had while they are said to fail, and are remembered")
  void failing() {
    embedder.passages(List.of(untitled("one"), untitled("two")), BOOKING);
    embedder.fail(Optional.of(new ModelUnreachableException("away", null)));

    assertThatThrownBy(() -> embedder.question("three", BOOKING))
        .isInstanceOf(ModelUnreachableException.class);

    embedder.fail(Optional.empty());
    assertThat(embedder.question("three", BOOKING).dimensions()).isEqualTo(384);
    assertThat(embedder.embedded()).containsExactly("one", "two");
    assertThat(embedder.bookings()).hasSize(3);
  }
}
