package dev.parley.message;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as a careless reader might see it: entities decoded, invisible characters and Markdown's
/// marks gone; each character knows where it came from.
public final class PlainView {
  private static final Pattern ENTITY =
      Pattern.compile(
          "&(?:(?:amp|#0*38|#[xX]0*26);)*(?:#(\\d{1,9})|#[xX]([0-9a-fA-F]{1,8})|(\\w{2,20}));?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENT = Pattern.compile("%(?:25)*([2-7][0-9a-fA-F])");
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
          Map.entry("period", "."),
          Map.entry("sol", "/"),
          Map.entry("shy", ""),
          Map.entry("zwj", ""),
          Map.entry("zwnj", ""),
          Map.entry("lrm", ""),
          Map.entry("rlm", ""),
          Map.entry("nobreak", ""),
          Map.entry("zerowidthspace", ""));
  private static final String MARKS = "*_~`\\";

  private final String source;
  private final boolean asBrowser;
  private final StringBuilder view = new StringBuilder();
  private int[] starts;
  private int[] ends;

  private PlainView(String source, boolean asBrowser) {
    this.source = source;
    this.asBrowser = asBrowser;
    this.starts = new int[source.length() + 1];
    this.ends = new int[source.length() + 1];
    Matcher entity = ENTITY.matcher(source);
    Matcher percent = PERCENT.matcher(source);
    for (int at = 0; at < source.length(); ) {
      at = read(at, entity, percent);
    }
  }

  public static PlainView of(String source) {
    return new PlainView(source, false);
  }

  /// As a browser reads addresses too: characters that stand for others, and dots of other scripts,
  /// are those that they are taken for. Source: Unicode Technical Standard 46.
  public static PlainView ofAddresses(String source) {
    return new PlainView(source, true);
  }

  private int read(int at, Matcher entity, Matcher percent) {
    char character = source.charAt(at);
    if (character == '&' && entity.region(at, source.length()).lookingAt()) {
      String decoded = decoded(entity);
      if (decoded.length() <= 1) {
        put(decoded, at, entity.end());
        return entity.end();
      }
    }
    if (asBrowser && character == '%' && percent.region(at, source.length()).lookingAt()) {
      put(Character.toString(Integer.parseInt(percent.group(1), 16)), at, percent.end());
      return percent.end();
    }
    int end = source.offsetByCodePoints(at, 1);
    put(source.substring(at, end), at, end);
    return end;
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

  private void put(String characters, int start, int end) {
    String seen = asBrowser ? folded(characters) : characters;
    for (int at = 0; at < seen.length(); at++) {
      put(seen.charAt(at), start, end);
    }
  }

  private static String folded(String characters) {
    boolean plain = characters.chars().allMatch(character -> character < 0x80);
    return plain
        ? characters
        : Normalizer.normalize(characters, Normalizer.Form.NFKC).replace('。', '.');
  }

  private void put(char character, int start, int end) {
    if (isInvisible(character) || MARKS.indexOf(character) >= 0) {
      return;
    }
    if (view.length() == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      ends = Arrays.copyOf(ends, 2 * ends.length);
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

  public CharSequence text() {
    return view;
  }

  /// Where a character of the view begins in the source.
  public int start(int index) {
    return starts[index];
  }

  public int end(int index) {
    return ends[index];
  }
}
