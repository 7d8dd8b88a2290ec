package dev.parley.launcher.settings;

import java.time.Duration;
import java.util.Map;

/// The web chat.
///
/// @param draftInterval how often a growing answer is shown anew
public record WebSection(boolean enabled, Duration draftInterval) {
  static WebSection read(SettingsReader reader) {
    return new WebSection(
        reader.choice("enabled", Map.of("true", true, "false", false)),
        reader.time("draft-interval", Duration.ofMillis(20), Duration.ofSeconds(10)));
  }
}
