package dev.parley.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Cuts a text in CommonMark into parts that are each whole: at the borders of blocks where it can,
/// then of lines, sentences and words. Fences, tables, lists and quotes go on in the next part.
///
/// Nothing is lost, and a table's header is the only thing that is said twice.
public final class MarkdownSplitter {
  /// Below this, the marks around a word may leave no room for the word.
  public static final int LEAST_LIMIT = 40;

  private final int limit;
  private final ToIntFunction<String> measure;

  /// @param limit the most that a part may measure
  /// @param measure the length of a text as its platform counts it; never less for a longer text
  public MarkdownSplitter(int limit, ToIntFunction<String> measure) {
    if (limit < LEAST_LIMIT) {
      throw new IllegalArgumentException("a part needs room for " + LEAST_LIMIT + ", not " + limit);
    }
    this.limit = limit;
    this.measure = measure;
  }

  /// The parts in their order. A text within the limit is its own only part, as it is.
  public List<String> split(String markdown) {
    if (fits(markdown)) {
      return List.of(markdown);
    }
    Splitting splitting = new Splitting(Markdown.parse(markdown), limit, measure);
    List<String> parts = new ArrayList<>();
    while (splitting.hasMore()) {
      parts.add(splitting.next());
    }
    parts.removeIf(String::isBlank);
    return parts.isEmpty() ? List.of("") : List.copyOf(parts);
  }

  /// The first part alone, for texts that still grow.
  public String first(String markdown) {
    if (fits(markdown)) {
      return markdown;
    }
    Splitting splitting = new Splitting(Markdown.parse(markdown), limit, measure);
    String part = "";
    while (part.isBlank() && splitting.hasMore()) {
      part = splitting.next();
    }
    return part;
  }

  private boolean fits(String text) {
    return measure.applyAsInt(text) <= limit;
  }
}
