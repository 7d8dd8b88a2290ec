package dev.parley.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words of a text, and how much two texts have in common.
final class Words {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n+");

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("a an and are about as at be been but by can could did do does for from get give had has"
                  + " have he her his how i if in into is it its just let me my no not of on or our"
                  + " please say she should so tell than that the their them then there these they"
                  + " this to us use was we were what when where which who will with would you your")
              .split(" "));

  private Words() {}

  static List<String> in(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// The words that carry meaning, shortened so that singular and plural are the same.
  static Set<String> meaningful(String text) {
    return in(text).stream()
        .filter(word -> !EMPTY_WORDS.contains(word))
        .map(Words::stem)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static long shared(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }

  static List<String> sentences(String text) {
    return SENTENCE_END.splitAsStream(text).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /// At most this many characters, whole words where possible.
  static String shortened(String text, int mostCharacters) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= mostCharacters) {
      return line;
    }
    int space = line.lastIndexOf(' ', mostCharacters - 1);
    return line.substring(0, space > mostCharacters / 2 ? space : mostCharacters - 1) + "…";
  }

  /// The text as a Markdown quotation.
  static String quotation(String text) {
    return text.strip().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
  }

  private static String stem(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
