package dev.parley.launcher.settings;

import java.time.Duration;

/// How the model that needs no key answers.
///
/// @param pace the pause between two words
public record DemoSection(Duration pace) {
  static DemoSection read(SettingsReader reader) {
    return new DemoSection(reader.time("pace", Duration.ZERO, Duration.ofSeconds(5)));
  }
}
