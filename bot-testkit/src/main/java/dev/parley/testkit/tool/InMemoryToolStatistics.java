package dev.parley.testkit.tool;

import dev.parley.identity.TenantId;
import dev.parley.tool.LatencyHistogram;
import dev.parley.tool.ToolCalled;
import dev.parley.tool.ToolCalled.Outcome;
import dev.parley.tool.ToolFigures;
import dev.parley.tool.ToolStatistics;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Figures about tools in memory.
public final class InMemoryToolStatistics implements ToolStatistics {
  private final Clock clock;
  private final Queue<Counted> all = new ConcurrentLinkedQueue<>();

  private record Counted(TenantId tenant, LocalDate day, ToolFigures call) {}

  public InMemoryToolStatistics(Clock clock) {
    this.clock = clock;
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public void called(TenantId tenant, ToolCalled call) {
    if (call.outcome() != Outcome.CANCELLED) {
      all.add(new Counted(tenant, today(), figures(call)));
    }
  }

  private static ToolFigures figures(ToolCalled call) {
    return new ToolFigures(
        call.tool(),
        1,
        call.outcome() == Outcome.SUCCESS ? 0 : 1,
        call.took(),
        LatencyHistogram.EMPTY.plus(call.took()));
  }

  @Override
  public List<ToolFigures> lately(TenantId tenant) {
    Map<String, ToolFigures> tools = new LinkedHashMap<>();
    all.stream()
        .filter(counted -> counted.tenant().equals(tenant))
        .filter(counted -> counted.day().isAfter(today().minusDays(DAYS)))
        .map(Counted::call)
        .forEach(call -> tools.merge(call.tool(), call, ToolFigures::plus));
    return List.copyOf(tools.values());
  }
}
