package dev.parley.ingestion;

import java.util.List;
import java.util.Optional;

/// A part of a text that is kept whole where it fits: a paragraph, a list, a table.
///
/// @param page that it begins on
/// @param cutting how it is cut where it does not fit
record Block(String text, Optional<Integer> page, Cutting cutting) {
  /// Cuts what is too long.
  @FunctionalInterface
  interface Cutting {
    /// Parts of at most so many characters each, with all words in their order.
    List<String> parts(String text, int most);
  }

  int length() {
    return text.length();
  }

  /// Both as one, which is cut as the second.
  Block joined(Block next) {
    return new Block(text + "\n\n" + next.text, page.or(next::page), next.cutting);
  }
}
