package dev.parley.testkit.tool;

import dev.parley.testkit.time.SteppedClock;
import dev.parley.tool.ToolStatistics;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Figures about tools in memory")
class InMemoryToolStatisticsTest extends ToolStatisticsContract {
  private final Map<SteppedClock, ToolStatistics> all = new HashMap<>();

  @Override
  protected ToolStatistics statistics(SteppedClock clock) {
    return all.computeIfAbsent(clock, InMemoryToolStatistics::new);
  }
}
