package dev.parley.citation;

import java.util.List;
import java.util.Map;

/// Says that a part of an answer is from some of its sources.
///
/// @param end where the part ends, in characters of the answer's text
/// @param sources by their places in the list of sources
/// @param shown whether people saw its numbers while the text came
public record Support(int end, List<Integer> sources, boolean shown) {
  public Support {
    sources = List.copyOf(sources);
  }

  /// A part that nobody knew of while the text came.
  public Support(int end, List<Integer> sources) {
    this(end, sources, false);
  }

  /// The same part of a longer text, whose sources stand at other places.
  Support moved(int by, Map<Integer, Integer> places) {
    return new Support(end + by, sources.stream().map(places::get).distinct().toList(), shown);
  }
}
