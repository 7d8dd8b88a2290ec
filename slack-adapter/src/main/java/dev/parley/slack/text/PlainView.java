package dev.parley.slack.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as a careless reader might see it: entities decoded, invisible characters and Markdown's
/// marks gone; each character knows where it came from.
final class PlainView {
  private static final Pattern ENTITY =
      Pattern.compile(
          "&(?:(?:amp|#0*38|#[xX]0*26);)*(?:#(\\d{1,9})|#[xX]([0-9a-fA-F]{1,8})|(\\w{2,20}));?",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("commat", "@"),
          Map.entry("excl", "!"),
          Map.entry("num", "#"),
          Map.entry("hat", "^"),
          Map.entry("vert", "|"),
          Map.entry("verbar", "|"),
          Map.entry("shy", ""),
          Map.entry("zwj", ""),
          Map.entry("zwnj", ""),
          Map.entry("lrm", ""),
          Map.entry("rlm", ""),
          Map.entry("nobreak", ""),
          Map.entry("zerowidthspace", ""));
  private static final String MARKS = "*_~`\\";

  private final String source;
  private final StringBuilder view = new StringBuilder();
  private final int[] starts;
  private final int[] ends;

  PlainView(String source) {
    this.source = source;
    this.starts = new int[source.length()];
    this.ends = new int[source.length()];
    Matcher entity = ENTITY.matcher(source);
    for (int at = 0; at < source.length(); ) {
      at = read(at, entity);
    }
  }

  private int read(int at, Matcher entity) {
    char character = source.charAt(at);
    if (character == '&' && entity.region(at, source.length()).lookingAt()) {
      String decoded = decoded(entity);
      if (decoded.length() <= 1) {
        decoded.chars().forEach(c -> put((char) c, at, entity.end()));
        return entity.end();
      }
    }
    put(character, at, at + 1);
    return at + 1;
  }

  /// What an entity stands for; longer than a character where that is no matter here.
  private static String decoded(Matcher entity) {
    if (entity.group(3) != null) {
      return NAMED.getOrDefault(entity.group(3).toLowerCase(Locale.ROOT), entity.group());
    }
    String hexadecimal = entity.group(2);
    long code =
        hexadecimal == null ? Long.parseLong(entity.group(1)) : Long.parseLong(hexadecimal, 16);
    return code > 0 && code <= Character.MAX_VALUE ? String.valueOf((char) code) : entity.group();
  }

  private void put(char character, int start, int end) {
    if (isInvisible(character) || MARKS.indexOf(character) >= 0) {
      return;
    }
    starts[view.length()] = start;
    ends[view.length()] = end;
    view.append(character);
  }

  static boolean isInvisible(char character) {
    return switch (Character.getType(character)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      case Character.CONTROL -> !Character.isWhitespace(character);
      default -> "\u115f\u1160\u17b4\u17b5\u3164\uffa0".indexOf(character) >= 0;
    };
  }

  CharSequence text() {
    return view;
  }

  /// Where a character of the view begins in the source.
  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }
}
