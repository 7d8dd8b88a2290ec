package dev.parley.tool;

import java.time.Duration;

/// How the calls of one tool went.
///
/// @param failures calls that failed, or of which nobody knows what became
/// @param total how long all took together
public record ToolFigures(
    String tool, long calls, long failures, Duration total, LatencyHistogram latencies) {
  /// The figures of both, which are about the same tool.
  public ToolFigures plus(ToolFigures other) {
    return new ToolFigures(
        tool,
        calls + other.calls,
        failures + other.failures,
        total.plus(other.total),
        latencies.plus(other.latencies));
  }

  /// Half of the calls took no longer, by what the histogram can tell.
  public Duration median() {
    return latencies.quantile(0.5);
  }

  /// 95 of 100 calls took no longer, by what the histogram can tell.
  public Duration p95() {
    return latencies.quantile(0.95);
  }

  /// How many of 100 calls failed.
  public long percentFailed() {
    return calls == 0 ? 0 : Math.round(100.0 * failures / calls);
  }
}
