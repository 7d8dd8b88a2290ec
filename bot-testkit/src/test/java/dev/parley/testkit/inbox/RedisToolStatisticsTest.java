package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.time.SteppedClock;
import dev.parley.testkit.tool.ToolStatisticsContract;
import dev.parley.tool.ToolCalled;
import dev.parley.tool.ToolStatistics;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Figures about tools in Redis")
class RedisToolStatisticsTest extends ToolStatisticsContract {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static RedisStore store;

  @BeforeAll
  static void connect() {
    store = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void disconnect() {
    store.close();
  }

  @Override
  protected ToolStatistics statistics(SteppedClock clock) {
    return store.toolStatistics(clock);
  }

  @Test
  @DisplayName("go away by themselves")
  void expire() {
    TenantId tenant = new TenantId(new PlatformName("web"), "expiring");
    ToolStatistics statistics = statistics(new SteppedClock());

    statistics.called(
        tenant, new ToolCalled("x", ToolCalled.Outcome.SUCCESS, Duration.ofMillis(3)));

    Awaitility.await().until(() -> !statistics.lately(tenant).isEmpty());
    String key = REDIS.command("KEYS", "*web/expiring}:tools:2026-11-25").getFirst();
    assertThat(Long.parseLong(REDIS.command("TTL", key).getFirst()))
        .isBetween(Duration.ofDays(7).toSeconds(), Duration.ofDays(8).toSeconds());
  }
}
