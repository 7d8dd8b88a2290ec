package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.Promises;
import dev.parley.platform.Promises.Promise;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every store of promises must do.
public abstract class PromisesContract {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Promise FIRST = new Promise("7", "one", "a note, with spaces");
  private static final Promise SECOND = new Promise("7", "two", "another note");

  private final TenantId tenant = tenant();

  /// The store under test; always the same promises.
  protected abstract Promises promises();

  private static TenantId tenant() {
    return new TenantId(new PlatformName("discord"), UUID.randomUUID().toString());
  }

  @Test
  @DisplayName("gives a promise to one holder, however often it asks")
  void once() {
    assertThat(promises().take(tenant, FIRST, LONG)).isTrue();
    assertThat(promises().take(tenant, FIRST, LONG)).isTrue();
    assertThat(promises().take(tenant, SECOND, LONG)).isFalse();
    assertThat(promises().take(tenant(), SECOND, LONG)).isTrue();
    assertThat(promises().overdue(tenant)).isEmpty();
  }

  @Test
  @DisplayName("tells of a promise whose holder's time ran out, and gives it to another one")
  void takenOver() {
    promises().take(tenant, FIRST, Duration.ZERO);

    assertThat(promises().overdue(tenant)).containsExactly(FIRST);
    assertThat(promises().overdue(tenant())).isEmpty();
    assertThat(promises().take(tenant, SECOND, LONG)).isTrue();
    assertThat(promises().take(tenant, FIRST, LONG)).isFalse();
    assertThat(promises().overdue(tenant)).isEmpty();
  }

  @Test
  @DisplayName("gives no promise that was kept")
  void kept() {
    promises().take(tenant, FIRST, Duration.ZERO);
    promises().kept(tenant, FIRST.id());
    promises().kept(tenant, FIRST.id());

    assertThat(promises().overdue(tenant)).isEmpty();
    assertThat(promises().take(tenant, SECOND, LONG)).isFalse();
    assertThat(promises().take(tenant, FIRST, LONG)).isFalse();
  }
}
