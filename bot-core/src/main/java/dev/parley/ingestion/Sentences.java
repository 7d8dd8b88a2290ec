package dev.parley.ingestion;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts paragraphs: between lines that end a sentence or sentences where that works, else between
/// words, and within a word only where it is longer than a part may be.
final class Sentences {
  private Sentences() {}

  /// Parts of at most so many characters, of which each begins with the last sentence of the one
  /// before it, where that is short.
  static List<String> cut(String text, int most) {
    return overlapping(parts(text, most - PassageSizes.OVERLAP));
  }

  /// The same parts, each with the last sentence of the one before it, where that is short.
  static List<String> overlapping(List<String> parts) {
    List<String> overlapping = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      overlapping.add(at == 0 ? parts.getFirst() : overlap(parts.get(at - 1)) + parts.get(at));
    }
    return overlapping;
  }

  /// The last sentence with a space behind it, where it is one and short.
  private static String overlap(String before) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(before);
    sentences.last();
    int begin = sentences.previous();
    String last = begin > 0 ? before.substring(begin).strip().replace('\n', ' ') : "";
    return last.isEmpty() || last.length() >= PassageSizes.OVERLAP || !isWhole(last)
        ? ""
        : last + " ";
  }

  /// Whether it has no marks that may begin or end elsewhere, and begins no list.
  private static boolean isWhole(String sentence) {
    return Character.isLetter(sentence.codePointAt(0))
        && sentence.chars().noneMatch(letter -> "*_~`[]()<>|#".indexOf(letter) >= 0);
  }

  /// Parts of at most so many characters each.
  static List<String> parts(String text, int most) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    List.of(sentences, words, letters).forEach(borders -> borders.setText(text));
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > most) {
      int end = border(sentences, start + most / 2, start + most);
      end = end > 0 ? end : border(words, start, start + most);
      end = end > 0 ? end : border(letters, start, start + most);
      end = end > 0 ? end : whole(text, start, start + most);
      add(parts, text.substring(start, end));
      start = end;
    }
    add(parts, text.substring(start));
    return parts;
  }

  private static int border(BreakIterator borders, int after, int most) {
    int border = borders.isBoundary(most) ? most : borders.preceding(most);
    return border > after ? border : 0;
  }

  private static int whole(String text, int start, int most) {
    return Character.isLowSurrogate(text.charAt(most)) && most - 1 > start ? most - 1 : most;
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }
}
