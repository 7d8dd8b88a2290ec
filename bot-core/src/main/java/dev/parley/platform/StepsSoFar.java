package dev.parley.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The steps of one answer, in the order in which they began. Used by one thread.
public final class StepsSoFar {
  private static final int MOST_NAMED = 3;

  private final Map<String, ToolStep> steps = new LinkedHashMap<>();

  /// Takes a new step, or the new state of one.
  ///
  /// @return all that there are now
  public List<ToolStep> take(ToolStep step) {
    steps.put(step.id(), step);
    return all();
  }

  public List<ToolStep> all() {
    return List.copyOf(steps.values());
  }

  /// What is under way, on one line; empty where nothing is.
  public static String line(List<ToolStep> steps) {
    List<String> open = steps.stream().filter(ToolStep::unfinished).map(ToolStep::title).toList();
    String named = open.stream().limit(MOST_NAMED).collect(Collectors.joining(" · "));
    return open.isEmpty()
        ? ""
        : open.size() <= MOST_NAMED
            ? named + "…"
            : named + " and " + (open.size() - MOST_NAMED) + " more…";
  }

  /// How many tools were used.
  public static String summary(List<ToolStep> steps) {
    return steps.size() == 1 ? "Used a tool" : "Used " + steps.size() + " tools";
  }
}
