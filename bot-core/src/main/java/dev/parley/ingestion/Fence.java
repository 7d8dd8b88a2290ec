package dev.parley.ingestion;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks around lines that stand in Markdown as they are.
///
/// @param language that they are in; may be blank
record Fence(String language) {
  private static final int SHORTEST = 3;
  private static final Pattern MARKS = Pattern.compile("`{3,20}");

  /// For lines of a file, whose name tells their language.
  static Fence of(String name) {
    int dot = name.lastIndexOf('.');
    String end = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return new Fence(end.matches("[a-z0-9+#]{1,10}") ? end : "");
  }

  String around(String lines) {
    int marks = SHORTEST;
    Matcher within = MARKS.matcher(lines);
    while (within.find()) {
      marks = Math.max(marks, within.end() - within.start() + 1);
    }
    String fence = "`".repeat(marks);
    return fence + language + "\n" + lines + "\n" + fence;
  }
}
