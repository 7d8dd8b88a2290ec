package dev.parley.testkit.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.testkit.time.SteppedClock;
import dev.parley.tool.ToolCalled;
import dev.parley.tool.ToolCalled.Outcome;
import dev.parley.tool.ToolFigures;
import dev.parley.tool.ToolStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of figures about tools must do.
public abstract class ToolStatisticsContract {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String WEATHER = "get_weather";

  private final SteppedClock clock = new SteppedClock();
  private final TenantId tenant = tenant();

  /// A new view of the store under test; always the same figures for the same tenant.
  ///
  /// @param clock by which days end
  protected abstract ToolStatistics statistics(SteppedClock clock);

  private static TenantId tenant() {
    return new TenantId(new PlatformName("discord"), UUID.randomUUID().toString());
  }

  private static ToolCalled call(String tool, Outcome outcome, long millis) {
    return new ToolCalled(tool, outcome, Duration.ofMillis(millis));
  }

  private static Optional<ToolFigures> of(ToolStatistics statistics, TenantId tenant, String tool) {
    return statistics.lately(tenant).stream()
        .filter(figures -> figures.tool().equals(tool))
        .findFirst();
  }

  private void awaitCalls(ToolStatistics statistics, long calls) {
    await()
        .atMost(LIMIT)
        .until(() -> of(statistics, tenant, WEATHER).filter(it -> it.calls() == calls).isPresent());
  }

  @Test
  @DisplayName("has no figures where no tool was called")
  void none() {
    assertThat(statistics(clock).lately(tenant)).isEmpty();
  }

  @Test
  @DisplayName("counts calls and those that failed or were given up, of each tool and tenant alone")
  void counts() {
    ToolStatistics statistics = statistics(clock);

    statistics.called(tenant, call(WEATHER, Outcome.SUCCESS, 30));
    statistics.called(tenant, call(WEATHER, Outcome.FAILURE, 40));
    statistics.called(tenant, call(WEATHER, Outcome.TIMEOUT, 20_000));
    statistics.called(tenant, call(WEATHER, Outcome.CANCELLED, 7));
    statistics.called(tenant, call("github__list issues", Outcome.SUCCESS, 5));
    statistics.called(tenant(), call(WEATHER, Outcome.FAILURE, 1));

    awaitCalls(statistics, 3);
    ToolFigures figures = of(statistics, tenant, WEATHER).orElseThrow();
    assertThat(figures.failures()).isEqualTo(2);
    assertThat(figures.total()).isEqualTo(Duration.ofMillis(20_070));
    assertThat(figures.percentFailed()).isEqualTo(67);
    await().atMost(LIMIT).until(() -> of(statistics, tenant, "github__list issues").isPresent());
    assertThat(statistics.lately(tenant)).hasSize(2);
  }

  @Test
  @DisplayName("tells how long half of the calls take, and 95 of 100, of all instances together")
  void latencies() {
    ToolStatistics one = statistics(clock);
    ToolStatistics other = statistics(clock);

    for (int call = 0; call < 10; call++) {
      one.called(tenant, call(WEATHER, Outcome.SUCCESS, 150));
      other.called(tenant, call(WEATHER, Outcome.SUCCESS, call < 8 ? 150 : 5_000));
    }

    awaitCalls(one, 20);
    ToolFigures figures = of(other, tenant, WEATHER).orElseThrow();
    assertThat(figures.median()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(figures.p95()).isBetween(Duration.ofMillis(3_200), Duration.ofMillis(6_400));
  }

  @Test
  @DisplayName("forgets what is seven days old")
  void forgets() {
    ToolStatistics statistics = statistics(clock);
    statistics.called(tenant, call(WEATHER, Outcome.SUCCESS, 10));
    awaitCalls(statistics, 1);

    clock.step(Duration.ofDays(6));
    statistics.called(tenant, call(WEATHER, Outcome.FAILURE, 10));
    awaitCalls(statistics, 2);
    clock.step(Duration.ofDays(1));

    awaitCalls(statistics, 1);
    assertThat(of(statistics, tenant, WEATHER).orElseThrow().failures()).isEqualTo(1);
  }
}
