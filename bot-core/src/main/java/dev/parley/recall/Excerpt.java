package dev.parley.recall;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The part of a text that has the most of what is looked for.
final class Excerpt {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final int LENGTH = 500;
  private static final int BEFORE = 120;

  private Excerpt() {}

  static String of(String text, String query) {
    String line = text.strip();
    if (line.length() <= LENGTH) {
      return line;
    }
    List<String> wanted = Terms.of(query);
    List<MatchResult> found =
        WORD.matcher(line)
            .results()
            .filter(word -> wanted.stream().anyMatch(Terms.folded(word.group())::contains))
            .toList();
    int middle =
        found.stream()
            .map(MatchResult::start)
            .max(Comparator.comparingLong(start -> within(found, start)))
            .orElse(0);
    int from = boundary(line, Math.max(0, middle - BEFORE));
    String rest = Quotation.beginning(line.substring(from), LENGTH);
    return from == 0 ? rest : "…" + rest;
  }

  private static long within(List<MatchResult> found, int start) {
    return found.stream()
        .filter(word -> word.start() >= start && word.end() <= start + LENGTH - BEFORE)
        .count();
  }

  private static int boundary(String line, int from) {
    return from > 0 && Character.isLowSurrogate(line.charAt(from)) ? from - 1 : from;
  }
}
