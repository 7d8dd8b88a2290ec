package dev.parley.minilm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How well the first ten of a ranking fit judgments, from 0 to 1.
///
/// @param gain nDCG@10: what was found, less the lower it stands, of what could have been
/// @param recall the part of what has to do with the question that was found
record RankQuality(double gain, double recall) {
  private static final int FIRST = 10;

  static RankQuality of(List<String> ranking, Map<String, Integer> grades) {
    List<String> first = ranking.stream().limit(FIRST).toList();
    List<Integer> found = first.stream().map(id -> grades.getOrDefault(id, 0)).toList();
    List<Integer> best = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    double recalled = first.stream().filter(grades::containsKey).count();
    return new RankQuality(gain(found) / gain(best), recalled / grades.size());
  }

  private static double gain(List<Integer> grades) {
    return IntStream.range(0, Math.min(FIRST, grades.size()))
        .mapToDouble(at -> (Math.pow(2, grades.get(at)) - 1) * Math.log(2) / Math.log(at + 2))
        .sum();
  }

  static RankQuality mean(List<RankQuality> all) {
    return new RankQuality(
        all.stream().mapToDouble(RankQuality::gain).average().orElseThrow(),
        all.stream().mapToDouble(RankQuality::recall).average().orElseThrow());
  }

  @Override
  public String toString() {
    return "nDCG@10 %.3f recall@10 %.3f".formatted(gain, recall);
  }
}
