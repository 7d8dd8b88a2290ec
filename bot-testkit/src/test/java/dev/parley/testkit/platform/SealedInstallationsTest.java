package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.platform.Installations;
import dev.parley.platform.SealedInstallations;
import dev.parley.secret.SealedTextException;
import dev.parley.secret.Secret;
import dev.parley.secret.Vault;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sealed installations")
class SealedInstallationsTest extends InstallationsContract {
  private static final TenantId TENANT = new TenantId(new PlatformName("slack"), "T1");
  private static final TenantId OTHER = new TenantId(new PlatformName("slack"), "T2");
  private static final String OLD = key((byte) 1);
  private static final String NEW = key((byte) 2);

  private final Installations store = new InMemoryInstallations(Clock.systemUTC());
  private final Installations sealed = new SealedInstallations(store, vault(OLD));

  private static String key(byte value) {
    byte[] bytes = new byte[Vault.KEY_BYTES];
    Arrays.fill(bytes, value);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Vault vault(String keys) {
    return Vault.with(Secret.of(keys));
  }

  @Override
  protected Installations installations() {
    return sealed;
  }

  @Test
  @DisplayName("show nothing in the store, and cannot be moved to another tenant there")
  void hidden() {
    sealed.save(TENANT, "xoxb-1");
    String text = store.find(TENANT).orElseThrow();
    store.save(OTHER, text);

    assertThat(text).doesNotContain("xoxb-1");
    assertThatThrownBy(() -> sealed.find(OTHER)).isInstanceOf(SealedTextException.class);
  }

  @Test
  @DisplayName("are sealed anew with a new key when they are found, so that the old one can go")
  void rotated() {
    sealed.save(TENANT, "xoxb-1");

    assertThat(new SealedInstallations(store, vault(NEW + "," + OLD)).find(TENANT))
        .contains("xoxb-1");
    assertThat(new SealedInstallations(store, vault(NEW)).find(TENANT)).contains("xoxb-1");
  }
}
