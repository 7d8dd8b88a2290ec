package dev.parley.launcher;

import dev.parley.identity.TenantId;
import dev.parley.tool.ToolCalled;
import dev.parley.tool.ToolListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Times calls of tools, before others hear of them.
final class ToolMetrics implements ToolListener {
  /// Servers of tools choose the names of theirs: however many there are, there are only so many
  /// series.
  private static final int MOST_TOOLS = 200;

  private static final String OTHERS = "other";

  private final MeterRegistry metrics;
  private final ToolListener next;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  ToolMetrics(MeterRegistry metrics, ToolListener next) {
    this.metrics = metrics;
    this.next = next;
  }

  @Override
  public void called(TenantId tenant, ToolCalled call) {
    metrics
        .timer(
            "parley.tool.calls",
            "tool",
            name(call.tool()),
            "outcome",
            call.outcome().name().toLowerCase(Locale.ROOT))
        .record(call.took());
    next.called(tenant, call);
  }

  private String name(String tool) {
    if (known.contains(tool) || (known.size() < MOST_TOOLS && known.add(tool))) {
      return tool;
    }
    return OTHERS;
  }
}
