package dev.parley.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which numbers the sources of an answer have: first those whose numbers people saw while it came,
/// then the others that its text is from, as they come in it, then the rest; only so many of them.
///
/// @param places of the numbered sources in the list of all
/// @param more that have no number
record Numbering(List<Integer> places, int more) {
  /// More would be longer than most answers.
  static final int MOST = 8;

  static Numbering of(Sources sources) {
    List<Integer> order = new ArrayList<>();
    sources.supports().stream()
        .sorted(Comparator.comparing(Support::shown).reversed().thenComparingInt(Support::end))
        .forEach(support -> order.addAll(support.sources()));
    IntStream.range(0, sources.pages().size()).forEach(order::add);
    List<Integer> all = order.stream().distinct().toList();
    int numbered = Math.min(MOST, all.size());
    return new Numbering(all.subList(0, numbered), all.size() - numbered);
  }

  /// The numbers of the sources that a part of the text is from, as far as they have any.
  List<Integer> numbers(Support support) {
    return support.sources().stream()
        .filter(places::contains)
        .map(place -> places.indexOf(place) + 1)
        .toList();
  }
}
