package dev.parley.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How many calls took how long, coarsely: each class reaches twice as far as the one before, the
/// last one to wherever.
///
/// @param counts of calls, by class
public record LatencyHistogram(List<Long> counts) {
  /// How many classes there are.
  public static final int CLASSES = 14;

  /// Where the first class ends, in milliseconds.
  private static final long FIRST = 25;

  public static final LatencyHistogram EMPTY =
      new LatencyHistogram(Collections.nCopies(CLASSES, 0L));

  public LatencyHistogram {
    counts = List.copyOf(counts);
    if (counts.size() != CLASSES) {
      throw new IllegalArgumentException("a histogram has " + CLASSES + " classes");
    }
  }

  /// The class that a call is in.
  public static int classOf(Duration took) {
    int place = 0;
    while (place < CLASSES - 1 && took.toMillis() > end(place)) {
      place++;
    }
    return place;
  }

  /// With one call more.
  public LatencyHistogram plus(Duration took) {
    List<Long> more = new ArrayList<>(counts);
    more.set(classOf(took), more.get(classOf(took)) + 1);
    return new LatencyHistogram(more);
  }

  /// With all calls of both.
  public LatencyHistogram plus(LatencyHistogram other) {
    List<Long> sums = new ArrayList<>();
    for (int place = 0; place < CLASSES; place++) {
      sums.add(counts.get(place) + other.counts.get(place));
    }
    return new LatencyHistogram(sums);
  }

  /// How long this part of the calls took at most, as if the calls of a class were spread evenly
  /// over it.
  ///
  /// @param part between 0 and 1
  public Duration quantile(double part) {
    double wanted = part * counts.stream().mapToLong(Long::longValue).sum();
    double before = 0;
    for (int place = 0; place < CLASSES; place++) {
      long here = counts.get(place);
      if (here > 0 && before + here >= wanted) {
        double start = place == 0 ? 0 : end(place - 1);
        return Duration.ofMillis(
            Math.round(start + (end(place) - start) * (wanted - before) / here));
      }
      before += here;
    }
    return Duration.ZERO;
  }

  private static long end(int place) {
    return FIRST << place;
  }
}
