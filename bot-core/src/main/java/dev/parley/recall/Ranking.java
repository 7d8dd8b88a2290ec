package dev.parley.recall;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Finds what was said about something: rare words count for more, whole words for more than parts,
/// and short texts for more than long ones (the weights of BM25).
final class Ranking {
  private static final double SATURATION = 1.2;
  private static final double LENGTH = 0.75;
  private static final double PART = 0.4;
  private static final double TOGETHER = 1.5;

  /// Shorter words are part of too many others; those of scripts without blanks are short.
  private static final int SHORTEST_PART = 3;

  private final List<Saying> said;
  private final List<List<String>> words;
  private final double usualLength;

  Ranking(List<Saying> said) {
    this.said = List.copyOf(said);
    this.words = said.stream().map(one -> Terms.of(one.text())).toList();
    this.usualLength = words.stream().mapToInt(List::size).average().orElse(1) + 1;
  }

  private record Scored(Saying saying, int number, double score) {}

  /// The best first; of those that are equally good, the latest.
  List<Saying> best(String query, int most) {
    Set<String> wanted = new LinkedHashSet<>(Terms.of(query));
    String whole = String.join(" ", wanted);
    return IntStream.range(0, said.size())
        .mapToObj(number -> new Scored(said.get(number), number, score(number, wanted, whole)))
        .filter(scored -> scored.score() > 0)
        .sorted(
            Comparator.comparingDouble(Scored::score).thenComparingInt(Scored::number).reversed())
        .limit(most)
        .map(Scored::saying)
        .toList();
  }

  private double score(int number, Set<String> wanted, String whole) {
    List<String> text = words.get(number);
    double length = 1 - LENGTH + LENGTH * text.size() / usualLength;
    double sum = 0;
    for (String term : wanted) {
      double count = count(text, term);
      sum += rarity(term) * count * (SATURATION + 1) / (count + SATURATION * length);
    }
    return wanted.size() > 1 && String.join(" ", text).contains(whole) ? sum * TOGETHER : sum;
  }

  private double rarity(String term) {
    long holding = words.stream().filter(text -> count(text, term) > 0).count();
    return Math.log(1 + (words.size() - holding + 0.5) / (holding + 0.5));
  }

  private static double count(List<String> text, String term) {
    return text.stream().mapToDouble(word -> match(word, term)).sum();
  }

  private static double match(String word, String term) {
    if (word.equals(term)) {
      return 1;
    }
    boolean parts = term.length() >= SHORTEST_PART || !Ranking.isSpaced(term);
    return parts && word.contains(term) ? PART : 0;
  }

  private static boolean isSpaced(String term) {
    return term.codePoints().noneMatch(Character::isIdeographic)
        && term.codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .noneMatch(Ranking::isWrittenWithoutBlanks);
  }

  private static boolean isWrittenWithoutBlanks(Character.UnicodeScript script) {
    return switch (script) {
      case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
