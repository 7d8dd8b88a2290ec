package dev.parley.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.model.Embedder;
import dev.parley.model.Embedder.TitledText;
import dev.parley.model.Embedding;
import dev.parley.model.ModelCancelledException;
import dev.parley.usage.Booking;
import dev.parley.usage.Purpose;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What everything does that makes vectors of texts. A subclass gives the embedder.
@Timeout(120)
public abstract class EmbedderContract {
  /// Where the tests' vectors are booked.
  public static final Booking BOOKING =
      ModelRequests.asking("").booking().forPurpose(Purpose.EMBEDDING);

  private static final List<TitledText> PASSAGES =
      List.of(
          untitled("Every employee may park one car behind the house."),
          untitled("Invoices are paid within thirty days."),
          untitled("The moon goes around the Earth in a month."));

  /// The embedder under test.
  protected abstract Embedder embedder();

  protected static TitledText untitled(String text) {
    return new TitledText("", text);
  }

  private List<Embedding> embedded(List<TitledText> passages) {
    return embedder().passages(passages, BOOKING);
  }

  @Test
  @DisplayName("Each passage has a vector of length 1, of its space's dimensions")
  void unitVectors() {
    List<Embedding> vectors = embedded(PASSAGES);

    assertThat(vectors).hasSize(3);
    for (Embedding vector : vectors) {
      assertThat(vector.dimensions()).isEqualTo(embedder().space().dimensions());
      assertThat(vector.similarity(vector)).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  @DisplayName("No passages have no vectors")
  void nothing() {
    assertThat(embedded(List.of())).isEmpty();
  }

  @Test
  @DisplayName("Vectors are in the order of their passages")
  void inOrder() {
    List<Embedding> vectors = embedded(PASSAGES);

    List<Embedding> reversed = embedded(PASSAGES.reversed());

    for (int at = 0; at < 3; at++) {
      assertThat(vectors.get(at).similarity(reversed.get(2 - at))).isCloseTo(1, within(0.01));
    }
  }

  @Test
  @DisplayName("A question is nearest to the passage that answers it")
  void nearest() {
    List<Embedding> vectors = embedded(PASSAGES);

    Embedding question = embedder().question("Where may I park my car?", BOOKING);

    double answer = question.similarity(vectors.getFirst());
    assertThat(answer).isGreaterThan(question.similarity(vectors.get(1)) + 0.1);
    assertThat(answer).isGreaterThan(question.similarity(vectors.get(2)) + 0.1);
    assertThat(embedder().relevantFrom()).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  @DisplayName("A passage is nearer to what its title says than without the title")
  void title() {
    String text = "They may be taken until the end of March.";

    List<Embedding> vectors =
        embedded(List.of(untitled(text), new TitledText("Holidays left from last year", text)));

    Embedding question = embedder().question("holidays from last year", BOOKING);
    assertThat(question.similarity(vectors.getLast()))
        .isGreaterThan(question.similarity(vectors.getFirst()));
  }

  @Test
  @DisplayName("Texts that say nothing, or more than fits, have vectors too")
  void odd() {
    List<Embedding> vectors =
        embedded(
            List.of(
                untitled(""),
                new TitledText("  ", "\n"),
                new TitledText("Much ".repeat(1_000), "A long text, 長い文章 🙂. ".repeat(5_000))));

    assertThat(vectors).hasSize(3);
    assertThat(embedder().question(" ", BOOKING).dimensions())
        .isEqualTo(embedder().space().dimensions());
  }

  @Test
  @DisplayName("Two thousand passages have their vectors, in order")
  void many() {
    List<TitledText> many =
        IntStream.range(0, 2_000).mapToObj(number -> untitled("Room " + number)).toList();

    List<Embedding> vectors = embedded(many);

    assertThat(vectors).hasSize(2_000);
    for (int at : List.of(0, 99, 100, 777, 1_999)) {
      Embedding alone = embedded(List.of(many.get(at))).getFirst();
      assertThat(alone.similarity(vectors.get(at))).as("room %d", at).isCloseTo(1, within(0.01));
    }
  }

  @Test
  @DisplayName("Many may ask at once")
  void atOnce() throws Exception {
    Embedding alone = embedder().question("Where may I park?", BOOKING);
    Callable<Embedding> asking = () -> embedder().question("Where may I park?", BOOKING);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Embedding> asked : threads.invokeAll(List.of(asking, asking, asking, asking))) {
        assertThat(asked.get().similarity(alone)).isCloseTo(1, within(0.01));
      }
    }
  }

  @Test
  @DisplayName("An interrupt ends it, and its thread stays interrupted")
  void interrupted() throws Exception {
    embedder().question("Is anybody there?", BOOKING);
    FutureTask<Boolean> interrupted =
        new FutureTask<>(
            () -> {
              Thread.currentThread().interrupt();
              assertThatThrownBy(() -> embedded(PASSAGES))
                  .isInstanceOf(ModelCancelledException.class);
              return Thread.currentThread().isInterrupted();
            });

    Thread.ofPlatform().start(interrupted);

    assertThat(interrupted.get(60, TimeUnit.SECONDS)).isTrue();
  }
}
