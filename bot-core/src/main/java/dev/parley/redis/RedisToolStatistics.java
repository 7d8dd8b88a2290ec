package dev.parley.redis;

import dev.parley.identity.TenantId;
import dev.parley.tool.LatencyHistogram;
import dev.parley.tool.ToolCalled;
import dev.parley.tool.ToolCalled.Outcome;
import dev.parley.tool.ToolFigures;
import dev.parley.tool.ToolStatistics;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How calls of tools went, as a hash for each tenant and day. A call is sent on its way to Redis
/// and not waited for, so it costs an answer nothing, and is not counted where Redis is away.
final class RedisToolStatistics implements ToolStatistics {
  /// So that no server of tools whose names change all the time fills the store.
  private static final int MOST_TOOLS = 1_000;

  private static final Duration KEPT = Duration.ofDays(DAYS + 1);

  /// Calls, failures and milliseconds stand before the classes of the histogram.
  private static final int SUMS = 3;

  private final Scripts scripts;
  private final RedisKeys keys;
  private final Duration patience;
  private final Clock clock;

  RedisToolStatistics(Scripts scripts, RedisKeys keys, Duration patience, Clock clock) {
    this.scripts = scripts;
    this.keys = keys;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public void called(TenantId tenant, ToolCalled call) {
    if (call.outcome() == Outcome.CANCELLED) {
      return;
    }
    Stream<String> day =
        Stream.of(
            today().toString(),
            call.tool(),
            Integer.toString(MOST_TOOLS),
            Long.toString(KEPT.toSeconds()));
    LongStream sums =
        LongStream.of(1, call.outcome() == Outcome.SUCCESS ? 0 : 1, call.took().toMillis());
    LongStream classes =
        LatencyHistogram.EMPTY.plus(call.took()).counts().stream().mapToLong(Long::longValue);
    scripts.send(
        Script.TOOL_CALLED,
        keys.tenant(tenant),
        Stream.concat(day, LongStream.concat(sums, classes).mapToObj(Long::toString))
            .toArray(String[]::new));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public List<ToolFigures> lately(TenantId tenant) {
    String[] days =
        IntStream.range(0, DAYS)
            .mapToObj(ago -> today().minusDays(ago).toString())
            .toArray(String[]::new);
    Map<String, ToolFigures> tools = new LinkedHashMap<>();
    scripts
        .run(Script.TOOL_DAYS, patience, keys.tenant(tenant), days)
        .list()
        .forEach(
            day ->
                day.map()
                    .forEach(
                        (tool, sums) -> tools.merge(tool, figures(tool, sums), ToolFigures::plus)));
    return List.copyOf(tools.values());
  }

  private static ToolFigures figures(String tool, String sums) {
    List<Long> numbers = Stream.of(sums.split(" ")).map(Long::valueOf).toList();
    return new ToolFigures(
        tool,
        numbers.get(0),
        numbers.get(1),
        Duration.ofMillis(numbers.get(2)),
        new LatencyHistogram(numbers.subList(SUMS, numbers.size())));
  }
}
