package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.SettingsException;
import dev.parley.launcher.settings.SettingsFile;
import dev.parley.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The token of admins")
class AdminAccessTest {
  private static final URI URL = URI.create("http://127.0.0.1:8080");
  private static final String TOKEN = "correct-horse-battery";

  @TempDir Path folder;

  private Settings settings(Map<String, String> environment) {
    return new SettingsFile(environment, folder).read();
  }

  private static List<String> notice(Settings settings, AdminAccess access) {
    return StartNotice.lines(settings, URL, "in /data", Optional.of(access));
  }

  @Test
  @DisplayName("is another one at each start where none is set, and is told at the start")
  void made() {
    Settings settings = settings(Map.of());

    AdminAccess one = AdminAccess.of(settings);
    AdminAccess other = AdminAccess.of(settings);

    assertThat(one.token().reveal()).hasSize(32).isNotEqualTo(other.token().reveal());
    assertThat(notice(settings, one))
        .contains(
            "Admin page: http://127.0.0.1:8080/admin; its token until the next start is "
                + one.token().reveal()
                + " (set PARLEY_ADMIN_TOKEN to keep one)")
        .endsWith("Stop with Ctrl-C.");
    assertThat(one.toString()).doesNotContain(one.token().reveal());
  }

  @Test
  @DisplayName("is the one that is set, which is told nowhere and kept out of logs")
  void given() {
    Settings settings = settings(Map.of("PARLEY_ADMIN_TOKEN", TOKEN));

    AdminAccess access = AdminAccess.of(settings);

    assertThat(access.token()).isEqualTo(Secret.of(TOKEN));
    assertThat(access.settings().token()).isEqualTo(Secret.of(TOKEN));
    assertThat(notice(settings, access))
        .contains("Admin page: http://127.0.0.1:8080/admin, with PARLEY_ADMIN_TOKEN")
        .noneMatch(line -> line.contains(TOKEN));
    assertThat(settings.secrets()).contains(Secret.of(TOKEN));
  }

  @Test
  @DisplayName("is a mistake where it is short, and is not in the sentence about it")
  void tooShort() {
    assertThatThrownBy(() -> settings(Map.of("PARLEY_ADMIN_TOKEN", "fifteen-letters")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("web.admin-token has 15 characters but needs at least 16")
        .hasMessageNotContaining("fifteen-letters");
  }
}
