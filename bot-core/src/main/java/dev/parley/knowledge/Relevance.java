package dev.parley.knowledge;

import dev.parley.knowledge.PassageIndex.Hit;
import java.util.Optional;

/// Tells passages that have to do with a question from the best of those that do not.
///
/// @param similarFrom from which similarity on meanings have to do with each other; empty where no
///     vectors are made
record Relevance(Optional<Double> similarFrom) {
  /// The part of what a question's words say that suffices by itself. Measured by the collection of
  /// `RetrievalQualityTest`.
  private static final double WORDS_FROM = 0.6;

  /// The same where nothing else tells.
  private static final double WORDS_ALONE_FROM = 0.4;

  boolean isGiven(Hit hit) {
    if (similarFrom.isEmpty() || hit.similarity().isEmpty()) {
      return hit.wordsFound() >= WORDS_ALONE_FROM;
    }
    return hit.similarity().get() >= similarFrom.get() || hit.wordsFound() >= WORDS_FROM;
  }
}
