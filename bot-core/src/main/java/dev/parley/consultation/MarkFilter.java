package dev.parley.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;

/// Takes the marks out of a text while it comes, so that nobody ever sees one: whatever may still
/// become a mark is held back. What comes out is the same however the text was divided. Used by one
/// thread.
final class MarkFilter {
  private final Map<String, QuotedPassage> given;
  private final Reader reader;
  private final StringBuilder waiting = new StringBuilder();

  /// The lengths of what was taken out, by where it began.
  private final TreeMap<Integer, Integer> taken = new TreeMap<>();

  private int passed;
  private boolean justTaken;
  private int last;

  /// Who gets what comes out.
  interface Reader {
    /// More text without marks.
    void text(String more);

    /// The text so far ends with what is from these passages.
    void cites(List<QuotedPassage> passages);
  }

  /// @param given the passages that can be cited, by their marks; others' marks vanish
  MarkFilter(Map<String, QuotedPassage> given, Reader reader) {
    this.given = Map.copyOf(given);
    this.reader = reader;
  }

  void hear(String delta) {
    waiting.append(delta);
    pass(false);
  }

  /// Nothing more comes.
  void end() {
    pass(true);
  }

  private void pass(boolean whole) {
    String text = waiting.toString();
    Matcher marked = MarkGrammar.MARKED.matcher(text);
    int told = 0;
    int at = 0;
    while (at < text.length()) {
      boolean may = MarkGrammar.begins(text.charAt(at));
      boolean found = may && marked.region(at, text.length()).lookingAt();
      if (may && !whole && isOpen(marked)) {
        break;
      }
      if (found && isMark(marked.group())) {
        tell(text.substring(told, at));
        take(at, marked.group());
        told = marked.end();
      } else if (whole && may && brokenOff(text, at).isPresent()) {
        tell(text.substring(told, at));
        take(at, text.substring(at));
        told = text.length();
      }
      at = Math.max(found ? marked.end() : at + 1, told);
    }
    tell(text.substring(told, at));
    waiting.delete(0, at);
    passed += at;
  }

  /// Whether what follows could change what was just found, or not found: a stream is what that
  /// method is for.
  @SuppressWarnings("JdkObsolete")
  private static boolean isOpen(Matcher marked) {
    return marked.hitEnd();
  }

  private static Optional<String> brokenOff(String text, int at) {
    Matcher end = MarkGrammar.BROKEN_OFF.matcher(text).region(at, text.length());
    return end.lookingAt() ? Optional.of(end.group()) : Optional.empty();
  }

  private boolean isMark(String matched) {
    return MarkGrammar.isNothingElse(matched)
        || MarkGrammar.marks(matched).stream().anyMatch(given::containsKey);
  }

  private void tell(String text) {
    if (!text.isEmpty()) {
      reader.text(joins(text.codePointAt(0)) ? " " + text : text);
      justTaken = false;
      last = text.codePointBefore(text.length());
    }
  }

  /// Whether words that a mark stood between would become one.
  private boolean joins(int next) {
    boolean joins = justTaken && Character.isLetterOrDigit(last) && Character.isLetterOrDigit(next);
    if (joins) {
      taken.merge(taken.lastKey(), -1, Integer::sum);
    }
    return joins;
  }

  private void take(int at, String matched) {
    taken.put(passed + at, matched.length());
    justTaken = true;
    List<QuotedPassage> cited = new ArrayList<>();
    for (String mark : MarkGrammar.marks(matched)) {
      Optional.ofNullable(given.get(mark)).ifPresent(cited::add);
    }
    if (!cited.isEmpty()) {
      reader.cites(cited);
    }
  }

  /// Where a place of the text that came in is in the text that came out.
  int place(int before) {
    return before
        - taken.headMap(before).entrySet().stream()
            .mapToInt(it -> Math.min(it.getValue(), before - it.getKey()))
            .sum();
  }
}
