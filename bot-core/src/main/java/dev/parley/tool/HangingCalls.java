package dev.parley.tool;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls that were given up and go on all the same, since they ignore that they were interrupted.
/// A tool of which too many hang is not called until some have ended: so they stay few. Safe for
/// use by many threads at once.
final class HangingCalls {
  static final int MOST_OF_ONE_TOOL = 8;

  private static final Logger log = LoggerFactory.getLogger(HangingCalls.class);

  private final Map<String, Set<Thread>> threads = new HashMap<>();

  synchronized void add(String tool, Thread thread) {
    threads.computeIfAbsent(tool, _ -> new HashSet<>()).add(thread);
  }

  /// Whether too many calls of a tool hang.
  synchronized boolean tooMany(String tool) {
    threads.values().forEach(hanging -> hanging.removeIf(thread -> !thread.isAlive()));
    threads.values().removeIf(Set::isEmpty);
    int hanging = threads.getOrDefault(tool, Set.of()).size();
    if (hanging < MOST_OF_ONE_TOOL) {
      return false;
    }
    log.warn("{} calls of the tool {} hang; it is not called until some have ended", hanging, tool);
    return true;
  }
}
