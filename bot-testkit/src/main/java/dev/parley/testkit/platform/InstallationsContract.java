package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.Installations;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of installations must do.
public abstract class InstallationsContract {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final TenantId tenant = tenant();
  private final TenantId other = tenant();
  private final String word = UUID.randomUUID().toString();

  /// The store under test; always the same installations.
  protected abstract Installations installations();

  private static TenantId tenant() {
    return new TenantId(new PlatformName("slack"), UUID.randomUUID().toString());
  }

  @Test
  @DisplayName("keeps the latest installation of each tenant until it is forgotten")
  void keeps() {
    installations().save(tenant, "first");
    installations().save(other, "other");
    installations().save(tenant, "second {}");

    assertThat(installations().find(tenant)).contains("second {}");
    installations().forget(tenant);
    installations().forget(tenant);
    assertThat(installations().find(tenant)).isEmpty();
    assertThat(installations().find(other)).contains("other");
  }

  @Test
  @DisplayName("takes each word once, and none that nobody is expected with")
  void once() {
    installations().expect(word, "Ada", LONG);

    assertThat(installations().arrive("another")).isEmpty();
    assertThat(installations().arrive(word)).contains("Ada");
    assertThat(installations().arrive(word)).isEmpty();
  }

  @Test
  @DisplayName("expects nobody for longer than it was told to")
  void late() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              installations().expect(word, "Ada", Duration.ofMillis(1));
              LockSupport.parkNanos(20_000_000);
              assertThat(installations().arrive(word)).isEmpty();
            });
  }
}
