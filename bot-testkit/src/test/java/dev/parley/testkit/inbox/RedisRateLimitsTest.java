package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.platform.RateLimitsContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The limits in Redis")
class RedisRateLimitsTest extends RateLimitsContract {
  @RegisterExtension static final RedisForTests REDIS = new RedisForTests();

  private static RedisStore store;
  private static RedisStore other;

  @BeforeAll
  static void connect() {
    store = RedisStore.open(REDIS.settings());
    other = RedisStore.open(REDIS.settings());
  }

  @AfterAll
  static void disconnect() {
    store.close();
    other.close();
  }

  @Override
  protected RateLimits limits() {
    return store.rateLimits();
  }

  @Override
  protected RateLimits limitsOfAnotherInstance() {
    return other.rateLimits();
  }

  @Test
  @DisplayName("are reckoned by each instance alone while Redis is away")
  void away() {
    RateLimit limit = new RateLimit(2, Duration.ofHours(1), 0);
    TenantId tenant = new TenantId(new PlatformName("slack"), "T1");
    try (RedisStore closed = RedisStore.open(REDIS.settings())) {
      RateLimits limits = closed.rateLimits();
      closed.close();

      assertThat(limits.take(tenant, "post", limit, false)).isEmpty();
      assertThat(limits.take(tenant, "post", limit, false)).isEmpty();
      assertThat(limits.take(tenant, "post", limit, false)).isPresent();
    }
  }
}
