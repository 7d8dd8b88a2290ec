package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What limits promise that several instances reckon together. The intervals are so long that no
/// test sees one pass.
public abstract class RateLimitsContract {
  private static final String POST = "post";
  private static final RateLimit LIMIT = new RateLimit(5, Duration.ofHours(1), 2);

  private final TenantId tenant = tenant();

  protected abstract RateLimits limits();

  /// The same limits, as another instance sees them.
  protected abstract RateLimits limitsOfAnotherInstance();

  private static TenantId tenant() {
    return new TenantId(new PlatformName("slack"), "T" + UUID.randomUUID());
  }

  private int granted(RateLimits from, boolean urgent, int wanted) {
    int granted = 0;
    for (int i = 0; i < wanted; i++) {
      granted += from.take(tenant, POST, LIMIT, urgent).isEmpty() ? 1 : 0;
    }
    return granted;
  }

  @Test
  @DisplayName("Progress leaves a reserve, and is told how long to wait")
  void reserve() {
    assertThat(granted(limits(), false, 10)).isEqualTo(3);

    assertThat(limits().take(tenant, POST, LIMIT, false)).isPresent();
    assertThat(limits().take(tenant, POST, LIMIT, false).orElseThrow()).isPositive();
  }

  @Test
  @DisplayName("What one instance takes is missing for the others")
  void shared() {
    granted(limits(), false, 2);

    assertThat(granted(limitsOfAnotherInstance(), false, 10)).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "What is urgent goes beyond the limit as long as the platform lets it, before progress")
  void urgent() {
    assertThat(granted(limits(), true, 20)).isEqualTo(20);

    assertThat(granted(limitsOfAnotherInstance(), false, 1)).isZero();
  }

  @Test
  @DisplayName("Nothing goes beyond a firm limit, however urgent; progress leaves its reserve")
  void firm() {
    RateLimits limits = limits();
    RateLimit firm = LIMIT.held();

    for (int use = 0; use < LIMIT.atOnce(); use++) {
      assertThat(limits.take(tenant, "firm", firm, true)).isEmpty();
    }

    assertThat(limits.take(tenant, "firm", firm, true)).isPresent();
    assertThat(limitsOfAnotherInstance().take(tenant, "firm", firm, false)).isPresent();
  }

  @Test
  @DisplayName("A pause holds for all instances, however urgent")
  void pause() {
    limits().pause(tenant, POST, LIMIT, Duration.ofMinutes(10));

    Optional<Duration> wait = limitsOfAnotherInstance().take(tenant, POST, LIMIT, true);

    assertThat(wait).isPresent();
    assertThat(wait.get()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
  }

  @Test
  @DisplayName("A shorter pause does not end a longer one")
  void longest() {
    limits().pause(tenant, POST, LIMIT, Duration.ofMinutes(10));
    limitsOfAnotherInstance().pause(tenant, POST, LIMIT, Duration.ofMillis(1));

    assertThat(limits().take(tenant, POST, LIMIT, true).orElse(Duration.ZERO))
        .isGreaterThan(Duration.ofMinutes(5));
  }

  @Test
  @DisplayName("After a pause, even what is urgent comes one by one")
  void strict() {
    limits().pause(tenant, POST, LIMIT, Duration.ofMillis(30));
    awaitEndOfPause();

    assertThat(granted(limitsOfAnotherInstance(), true, 10)).isZero();
  }

  private void awaitEndOfPause() {
    Optional<Duration> wait = limits().take(tenant, POST, LIMIT, true);
    while (wait.isPresent()) {
      LockSupport.parkNanos(wait.get().toNanos());
      wait = limits().take(tenant, POST, LIMIT, true);
    }
  }

  @Test
  @DisplayName("Other tenants and other uses have limits of their own")
  void apart() {
    granted(limits(), false, 10);

    assertThat(limits().take(tenant(), POST, LIMIT, false)).isEmpty();
    assertThat(limits().take(tenant, "edit", LIMIT, false)).isEmpty();
  }
}
