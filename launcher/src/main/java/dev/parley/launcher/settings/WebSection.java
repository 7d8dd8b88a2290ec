package dev.parley.launcher.settings;

import dev.parley.secret.Secret;
import dev.parley.web.admin.AdminSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The web chat, and who is let in to the admin pages.
///
/// @param draftInterval how often a growing answer is shown anew
/// @param adminToken empty: one is made at each start
public record WebSection(boolean enabled, Duration draftInterval, Optional<Secret> adminToken) {
  static WebSection read(SettingsReader reader) {
    return new WebSection(
        reader.choice("enabled", Map.of("true", true, "false", false)),
        reader.time("draft-interval", Duration.ofMillis(20), Duration.ofSeconds(10)),
        reader.secret("admin-token", WebSection::tooShort));
  }

  private static Optional<String> tooShort(String token) {
    return token.length() < AdminSettings.SHORTEST_TOKEN
        ? Optional.of(
            "has "
                + token.length()
                + " characters but needs at least "
                + AdminSettings.SHORTEST_TOKEN
                + ", so that nobody guesses it; `openssl rand -hex 24` gives a good one")
        : Optional.empty();
  }
}
