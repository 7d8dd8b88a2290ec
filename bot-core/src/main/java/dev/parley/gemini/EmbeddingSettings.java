package dev.parley.gemini;

import dev.parley.model.VectorSpace;
import java.time.Duration;

/// How Gemini makes vectors.
///
/// @param mostAtOnce requests for passages that run side by side
/// @param questionTime for the vector of a question, for which somebody waits; retries included
/// @param passagesTime for each request of passages, retries included
public record EmbeddingSettings(
    VectorSpace space, int mostAtOnce, Duration questionTime, Duration passagesTime) {
  private static final int LEAST_DIMENSIONS = 128;
  private static final int MOST_DIMENSIONS = 3_072;

  public EmbeddingSettings {
    if (space.dimensions() < LEAST_DIMENSIONS || space.dimensions() > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("Gemini's vectors have 128 to 3,072 dimensions");
    }
    if (mostAtOnce < 1) {
      throw new IllegalArgumentException("at least one request is made at once");
    }
  }

  /// The defaults, for a model and a number of dimensions.
  public static EmbeddingSettings of(String model, int dimensions) {
    return new EmbeddingSettings(
        new VectorSpace(model, dimensions), 4, Duration.ofSeconds(10), Duration.ofMinutes(2));
  }
}
