package dev.parley.consultation;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How models write the marks of passages: in brackets, as they are told to, and in all the ways in
/// which they err.
final class MarkGrammar {
  private static final String BLANK = "[ \\t]";
  private static final String MARK = "[Kk][0-9A-Fa-f]{5}(?![\\p{L}\\p{N}])";
  private static final String LEAD =
      "(?:(?i:see|sources?|passages?|cf\\.?|siehe|quellen?):?" + BLANK + "{0,2})?";
  private static final String PAGE =
      "(?:,?" + BLANK + "{0,2}(?i:pp?\\.?|pages?|S\\.|Seiten?)" + BLANK + "{0,2}\\d{1,4})?";
  private static final String BETWEEN = BLANK + "{0,2}(?:[,;/&|+·]|and|und)?" + BLANK + "{0,2}";
  private static final String MARKS =
      LEAD + MARK + PAGE + "(?:" + BETWEEN + MARK + PAGE + "){0,15}";

  /// With the address that follows where it was made a link.
  private static final String SQUARE =
      "\\\\?[\\[【]{1,2}\\^?" + MARKS + "\\\\?[]】]{1,2}(?:\\([^()\\s]{0,200}\\))?";

  private static final String GROUP = "(?:" + SQUARE + "|[(（]" + MARKS + "[)）])";

  /// What was emphasised or set as code only for the mark's sake goes with it.
  private static final String ONE =
      "(?:\\*{1,3}%1$s\\*{1,3}|_{1,3}%1$s_{1,3}|`{1,2}%1$s`{1,2}|%1$s)".formatted(GROUP);

  private static final String RUN =
      ONE + "(?:" + BLANK + "{0,2}[,;]?" + BLANK + "{0,2}" + ONE + "){0,15}";

  /// A run of marks with the blanks before it, also on a line of its own, or a bare mark.
  static final Pattern MARKED =
      Pattern.compile(
          "\\s{1,8}"
              + RUN
              + "(?=[ \\t]{0,8}(?:\\n|\\z))|"
              + BLANK
              + "{0,8}(?:"
              + RUN
              + "|K[0-9A-F]{5})");

  /// A mark in square brackets at the very end of a text that broke off.
  static final Pattern BROKEN_OFF =
      Pattern.compile(
          "[ \\t]{0,8}[*_`]{0,3}\\\\?[\\[【]{1,2}\\^?(?:"
              + MARKS
              + "[^\\]\\n]{0,3}|"
              + "(?:"
              + MARK
              + BETWEEN
              + "){0,15}K[0-9A-F]{1,5})\\z");

  private static final Pattern SINGLE = Pattern.compile("[Kk][0-9A-Fa-f]{5}");

  private MarkGrammar() {}

  /// Whether a match can begin with this.
  static boolean begins(char character) {
    return Character.isWhitespace(character) || "[【(（\\*_`K".indexOf(character) >= 0;
  }

  /// The marks in what matched, as they are written where nobody errs.
  static List<String> marks(String matched) {
    return SINGLE
        .matcher(matched.replaceAll("\\([^()\\s]{7,200}\\)$", ""))
        .results()
        .map(MatchResult::group)
        .map(mark -> mark.toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /// Whether only marks are written like this: whatever else looks like one in other brackets, or
  /// in none, may be the number of a thing.
  static boolean isNothingElse(String matched) {
    return matched.indexOf('[') >= 0 || matched.indexOf('【') >= 0;
  }
}
