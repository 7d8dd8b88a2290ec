package dev.parley.model;

import dev.parley.usage.Booking;
import java.util.List;

/// Makes vectors of what texts mean. Safe for use by many threads at once.
public interface Embedder {
  /// Where its vectors can be compared.
  VectorSpace space();

  /// From which similarity on a passage has to do with a question, as far as vectors tell.
  double relevantFrom();

  /// The vectors of passages, in their order. Blocks; an interrupt ends it with a
  /// [ModelCancelledException].
  ///
  /// @throws ModelException where they cannot be had
  List<Embedding> passages(List<TitledText> passages, Booking booking);

  /// The vector of a question or of what is searched for. Blocks as [#passages(List, Booking)]
  /// does.
  Embedding question(String words, Booking booking);

  /// A passage with the title of what it is from; blank where it has none.
  record TitledText(String title, String text) {}
}
