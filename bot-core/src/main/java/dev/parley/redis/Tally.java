package dev.parley.redis;

import dev.parley.conversation.Erased;
import java.util.EnumMap;
import java.util.Map;

/// Counts what is being erased.
final class Tally {
  private final Map<Erased.Kind, Integer> counts = new EnumMap<>(Erased.Kind.class);
  private int unfinished;

  void add(Erased.Kind kind, long count) {
    if (count > 0) {
      counts.merge(kind, Math.toIntExact(count), Integer::sum);
    }
  }

  void unfinished() {
    unfinished++;
  }

  Erased sum() {
    return new Erased(counts, unfinished);
  }
}
