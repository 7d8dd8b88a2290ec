package dev.parley.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One list of passages made of several, by the ranks that each has in them.
final class Fusion {
  /// How much the first ranks count more than those below.
  private static final int RANK_CONSTANT = 60;

  /// Passages that are found by chance, maybe, have every third place from the sixth on.
  private static final int CHANCE_FROM = 3;

  private static final int CHANCE_EVERY = 3;

  private final Map<Integer, Double> scores = new HashMap<>();

  /// Adds a list of numbers of passages, the best first: those that are in several are put higher.
  void add(List<Integer> list) {
    for (int at = 0; at < list.size(); at++) {
      scores.merge(list.get(at), score(at + 1), Double::sum);
    }
  }

  /// Adds a list that tells little: it puts nothing higher that others have, and leaves the first
  /// places to them.
  void addByChance(List<Integer> list) {
    for (int at = 0; at < list.size(); at++) {
      scores.merge(list.get(at), score(CHANCE_FROM + CHANCE_EVERY * (at + 1)), Math::max);
    }
  }

  private static double score(int rank) {
    return 1.0 / (RANK_CONSTANT + rank);
  }

  /// The best of all, the best first, with their scores.
  List<Map.Entry<Integer, Double>> best(int most) {
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .toList();
  }
}
