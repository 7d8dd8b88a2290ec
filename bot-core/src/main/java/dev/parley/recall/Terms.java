package dev.parley.recall;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a text as they are compared: without case, accents and widths.
final class Terms {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Terms() {}

  static List<String> of(String text) {
    return NO_WORD.splitAsStream(folded(text)).filter(word -> !word.isEmpty()).toList();
  }

  static String folded(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
  }
}
