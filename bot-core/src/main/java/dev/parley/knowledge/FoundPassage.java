package dev.parley.knowledge;

import java.util.Locale;

/// A passage that fits a question, with the document that it is from.
///
/// @param relevant whether it is likely to have to do with the question, rather than to be the best
///     of what does not
public record FoundPassage(Document document, Passage passage, double score, boolean relevant) {
  /// What the model calls it by, and cites it: always the same for the same passage.
  public String mark() {
    return "K" + passage.hash().substring(0, 5).toUpperCase(Locale.ROOT);
  }
}
