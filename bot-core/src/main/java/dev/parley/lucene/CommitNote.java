package dev.parley.lucene;

import dev.parley.knowledge.Changes;
import dev.parley.model.VectorSpace;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.Version;

/// What an index on disk notes of itself.
///
/// @param format by what it was made: one of another cannot be used
/// @param point up to which it has all changes
record CommitNote(String format, Changes.Point point) {
  private static final String FORMAT = "format";
  private static final String HISTORY = "history";
  private static final String NUMBER = "number";

  /// The format of the indexes that are made now.
  static String formatFor(Optional<VectorSpace> space) {
    return String.join(
        " ",
        "1",
        Version.LATEST.toString(),
        WordAnalyzer.VERSION,
        space.map(VectorSpace::toString).orElse("words"));
  }

  Map<String, String> written() {
    return Map.of(FORMAT, format, HISTORY, point.history(), NUMBER, Long.toString(point.number()));
  }

  /// @throws IllegalArgumentException where it is none
  static CommitNote read(Map<String, String> written) {
    String number = written.getOrDefault(NUMBER, "");
    return new CommitNote(
        written.getOrDefault(FORMAT, ""),
        new Changes.Point(written.getOrDefault(HISTORY, ""), Long.parseLong(number)));
  }
}
