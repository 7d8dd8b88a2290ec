package dev.parley.message;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes differently what would do harm in a text: found as a careless reader might see the text,
/// replaced where it stands.
public final class Disarming {
  /// What is written for an armed character.
  @FunctionalInterface
  public interface Replacement {
    /// The characters to write.
    ///
    /// @param armed the character as a reader sees it
    /// @param before the one that stands before it in the text; a space where none does
    String of(char armed, char before);
  }

  private final Function<String, PlainView> view;
  private final Pattern armed;
  private final Replacement replacement;

  /// @param armed what does harm; a match begins with the character that is replaced
  public Disarming(Function<String, PlainView> view, Pattern armed, Replacement replacement) {
    this.view = view;
    this.armed = armed;
    this.replacement = replacement;
  }

  /// Whether there is something in the text that does harm.
  public boolean isArmed(String text) {
    return armed.matcher(view.apply(text).text()).find();
  }

  public String of(String text) {
    return between(text, 0, text.length());
  }

  /// A part of a text, judged by what is before it too.
  public String between(String text, int start, int end) {
    StringBuilder result = new StringBuilder(end - start);
    int from = start;
    for (var edit : edits(text).subMap(start, true, end, false).entrySet()) {
      result.append(text, from, edit.getKey()).append(edit.getValue().by());
      from = edit.getValue().end();
    }
    return result.append(text, from, end).toString();
  }

  private NavigableMap<Integer, Edit> edits(String text) {
    NavigableMap<Integer, Edit> edits = new TreeMap<>();
    PlainView seen = view.apply(text);
    Matcher found = armed.matcher(seen.text());
    while (found.find()) {
      int start = seen.start(found.start());
      char before = start == 0 ? ' ' : text.charAt(start - 1);
      String by = replacement.of(seen.text().charAt(found.start()), before);
      edits.put(start, new Edit(seen.end(found.start()), by));
    }
    return edits;
  }

  private record Edit(int end, String by) {}
}
