package dev.parley.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The sources of a text that still grows, numbered as they come: so people see the numbers at
/// once, and the whole text has the same ones. Used by one thread.
public final class GrowingCitations {
  private final List<Source> pages = new ArrayList<>();
  private final List<Support> supports = new ArrayList<>();

  /// Notes that the text so far ends with what is from some sources.
  ///
  /// @return what people are shown at this end, in CommonMark; empty where no mark can stand there
  public String cite(String soFar, List<Source> sources) {
    List<Integer> places = sources.stream().map(this::place).distinct().toList();
    supports.add(new Support(soFar.length(), places, true));
    TreeSet<Integer> numbers = new TreeSet<>();
    places.stream().filter(place -> place < Numbering.MOST).forEach(it -> numbers.add(it + 1));
    return numbers.isEmpty() ? "" : CitedText.markBehind(soFar, numbers);
  }

  private int place(Source source) {
    return Sources.place(pages, source);
  }

  /// All that were cited, the first cited first.
  public Sources sources() {
    return new Sources(pages, supports, List.of(), List.of());
  }
}
