package dev.parley.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A vault")
class VaultTest {
  private static final String OLD = key(1);
  private static final String NEW = key(2);

  private final Vault vault = Vault.with(Secret.of(OLD));

  private static String key(int value) {
    byte[] bytes = new byte[Vault.KEY_BYTES];
    Arrays.fill(bytes, (byte) value);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  @DisplayName("opens what it sealed, which shows nothing of it and is never the same")
  void opens() {
    String sealed = vault.sealed("xoxb-töken", "T1");

    assertThat(vault.opened(sealed, "T1")).isEqualTo("xoxb-töken");
    assertThat(sealed).doesNotContain("xoxb").isNotEqualTo(vault.sealed("xoxb-töken", "T1"));
  }

  @Test
  @DisplayName("opens nothing that belongs elsewhere, or was changed")
  void binds() {
    String sealed = vault.sealed("token", "T1");
    int middle = sealed.length() - 8;
    char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, middle) + other + sealed.substring(middle + 1);

    assertThatThrownBy(() -> vault.opened(sealed, "T2")).isInstanceOf(SealedTextException.class);
    assertThatThrownBy(() -> vault.opened(changed, "T1")).isInstanceOf(SealedTextException.class);
    assertThatThrownBy(() -> vault.opened("token", "T1")).isInstanceOf(SealedTextException.class);
    assertThatThrownBy(() -> vault.opened(sealed.substring(0, 30), "T1"))
        .isInstanceOf(SealedTextException.class);
  }

  @Test
  @DisplayName("seals with its newest key, and opens with all of them")
  void rotates() {
    Vault both = Vault.with(Secret.of(NEW + ", " + OLD));
    String before = vault.sealed("token", "T1");
    String after = both.sealed("token", "T1");

    assertThat(both.opened(before, "T1")).isEqualTo("token");
    assertThat(both.isCurrent(before)).isFalse();
    assertThat(both.isCurrent(after)).isTrue();
    assertThatThrownBy(() -> vault.opened(after, "T1"))
        .isInstanceOf(SealedTextException.class)
        .hasMessageContaining("a key that is not given");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "c2hvcnQ=", "***", ",", "c2hvcnQ=,c2hvcnQ="})
  @DisplayName("takes keys of 32 bytes in base64 only, and does not repeat others")
  void refusesKeys(String keys) {
    assertThatThrownBy(() -> Vault.with(Secret.of(keys)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a key ")
        .message()
        .doesNotContain("c2hvcnQ");
    assertThat(vault.toString()).doesNotContain(OLD);
  }
}
