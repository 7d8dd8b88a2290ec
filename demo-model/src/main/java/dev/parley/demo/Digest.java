package dev.parley.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A summary by extraction: the lines that hold most of what the conversation is about, in order.
final class Digest {
  private static final int MOST_LINES = 10;
  private static final int LONGEST_LINE = 220;

  private Digest() {}

  /// The summary as a list; empty where nothing was said.
  static String of(List<Line> lines) {
    Map<String, Long> weights = weights(lines);
    return IntStream.range(0, lines.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer at) -> -score(lines.get(at), weights)))
        .limit(MOST_LINES)
        .sorted()
        .map(at -> told(lines.get(at), weights))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Long> weights(List<Line> lines) {
    Map<String, Long> weights = new HashMap<>();
    lines.forEach(
        line -> Words.meaningful(line.text()).forEach(word -> weights.merge(word, 1L, Long::sum)));
    return weights;
  }

  /// What people said counts more than what was answered to them.
  private static double score(Line line, Map<String, Long> weights) {
    return weight(line.text(), weights) * (line.byModel() ? 1 : 2);
  }

  private static double weight(String text, Map<String, Long> weights) {
    return Words.meaningful(text).stream().mapToLong(word -> weights.getOrDefault(word, 0L)).sum();
  }

  private static String told(Line line, Map<String, Long> weights) {
    String best =
        Words.sentences(line.text()).stream()
            .max(Comparator.comparingDouble(sentence -> weight(sentence, weights)))
            .orElse(line.text());
    return "- " + line.who() + ": " + Words.shortened(best, LONGEST_LINE);
  }
}
