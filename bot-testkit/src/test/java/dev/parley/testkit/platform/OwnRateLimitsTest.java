package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.OwnRateLimits;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limits that an instance reckons alone")
class OwnRateLimitsTest extends RateLimitsContract {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final RateLimit LIMIT = RateLimit.perMinute(60);

  private final RateLimits limits = new OwnRateLimits(() -> System.nanoTime() / 1_000_000);
  private final AtomicLong now = new AtomicLong();
  private final RateLimits timed = new OwnRateLimits(now::get);

  @Override
  protected RateLimits limits() {
    return limits;
  }

  @Override
  protected RateLimits limitsOfAnotherInstance() {
    return limits;
  }

  private long granted(boolean urgent) {
    return IntStream.range(0, 100)
        .filter(_ -> timed.take(TENANT, "edit", LIMIT, urgent).isEmpty())
        .count();
  }

  @Test
  @DisplayName("fill up again with time")
  void refill() {
    granted(false);
    now.addAndGet(Duration.ofSeconds(10).toMillis());

    assertThat(granted(false)).isEqualTo(10);
  }

  @Test
  @DisplayName("are generous again some minutes after a pause")
  void generous() {
    timed.pause(TENANT, "edit", LIMIT, Duration.ofSeconds(7));
    now.addAndGet(Duration.ofSeconds(7).toMillis());
    long strict = granted(true);
    now.addAndGet(OwnRateLimits.STRICT.toMillis());

    assertThat(strict).isEqualTo(1);
    assertThat(granted(true)).isEqualTo(100);
  }
}
