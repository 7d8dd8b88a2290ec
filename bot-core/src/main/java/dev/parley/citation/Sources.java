package dev.parley.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What an answer rests on.
///
/// @param pages that it is from
/// @param supports which parts of its text are from which of them
/// @param unread pages that could not be read for it
/// @param searches what was searched for, in the words of the searches
public record Sources(
    List<Source> pages, List<Support> supports, List<Unread> unread, List<String> searches) {
  public static final Sources NONE = new Sources(List.of(), List.of(), List.of(), List.of());

  public Sources {
    pages = List.copyOf(pages);
    supports = List.copyOf(supports);
    unread = List.copyOf(unread);
    searches = List.copyOf(searches);
    int count = pages.size();
    if (supports.stream().flatMap(it -> it.sources().stream()).anyMatch(at -> at >= count)) {
      throw new IllegalArgumentException("a part of the text is from a source that is not there");
    }
  }

  /// Sources of a text that later ones follow; no page is there twice.
  ///
  /// @param begin of the later text in the whole one, in characters
  public Sources plus(Sources later, int begin) {
    List<Source> all = new ArrayList<>(pages);
    Map<Integer, Integer> places = new HashMap<>();
    for (int at = 0; at < later.pages.size(); at++) {
      places.put(at, place(all, later.pages.get(at)));
    }
    Stream<Support> moved = later.supports.stream().map(it -> it.moved(begin, places));
    return new Sources(
        all,
        Stream.concat(supports.stream(), moved).distinct().toList(),
        distinct(unread, later.unread),
        distinct(searches, later.searches));
  }

  /// Where a page is among others; at their end where it was not there before.
  static int place(List<Source> all, Source page) {
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).isSame(page)) {
        return at;
      }
    }
    all.add(page);
    return all.size() - 1;
  }

  private static <T> List<T> distinct(List<T> some, List<T> others) {
    Set<T> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
