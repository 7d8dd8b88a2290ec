package dev.parley.slack.text;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in which nothing pings: the one character that makes a mention of a word is replaced by
/// one that only looks like it.
///
/// Broad on purpose, because each carrier decodes, strips and merges in its own way: what would be
/// a mention after any of it is none. What looks alike in code (`<!DOCTYPE`, `List<@Nullable T>`)
/// stays.
final class Disarmed {
  private static final char LESS_THAN = '‹';
  private static final char AT = '＠';

  private static final Pattern ARMED =
      Pattern.compile(
          "<(?=!(?:(?i:channel|here|everyone|group|subteam|date)|[A-Za-z]+[>|^])"
              + "|[@#](?:[A-Z0-9]{2}|[A-Za-z0-9]+[>|]))"
              + "|@(?=(?i:channel|here|everyone))");

  /// What an armed word may look like while it is being written.
  private static final Pattern UNFINISHED =
      Pattern.compile("[<@&](?:[\\w<@&#!^;|*~`\\\\]|[^\\x00-\\x7f]|[\\x00-\\x08\\x0e-\\x1f])*\\z");

  private Disarmed() {}

  static String of(String text) {
    return between(text, 0, text.length());
  }

  /// A part of a text, judged by what is before it too.
  static String between(String text, int start, int end) {
    StringBuilder result = new StringBuilder(end - start);
    int from = start;
    for (var edit : edits(text).subMap(start, true, end, false).entrySet()) {
      result.append(text, from, edit.getKey()).append(edit.getValue().by());
      from = edit.getValue().end();
    }
    return result.append(text, from, end).toString();
  }

  private static NavigableMap<Integer, Edit> edits(String text) {
    NavigableMap<Integer, Edit> edits = new TreeMap<>();
    PlainView view = new PlainView(text);
    Matcher armed = ARMED.matcher(view.text());
    while (armed.find()) {
      int start = view.start(armed.start());
      boolean less = view.text().charAt(armed.start()) == '<';
      if (less || !followsWord(text, start)) {
        edits.put(start, new Edit(view.end(armed.start()), less ? LESS_THAN : AT));
      }
    }
    return edits;
  }

  /// As in a mail address, where it pings nobody.
  private static boolean followsWord(String text, int at) {
    return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /// How much of a text that still grows can be judged now.
  static int settledLength(String text) {
    Matcher unfinished = UNFINISHED.matcher(text);
    int from = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1;
    return unfinished.region(from, text.length()).find() ? unfinished.start() : text.length();
  }

  private record Edit(int end, char by) {}
}
