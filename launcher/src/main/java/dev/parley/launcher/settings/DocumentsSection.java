package dev.parley.launcher.settings;

import dev.parley.document.DocumentSettings;
import java.time.Duration;

/// Reads what reading a document may cost.
final class DocumentsSection {
  private DocumentsSection() {}

  static DocumentSettings read(SettingsReader reader) {
    return new DocumentSettings(
        reader.time("time-limit", Duration.ofSeconds(1), Duration.ofMinutes(5)),
        reader.number("most-at-once", 1, 100),
        reader.size("memory", 64 << 20, 4L << 30));
  }
}
