package dev.parley.launcher.settings;

import dev.parley.attachment.AttachmentSettings;
import java.time.Duration;

/// Reads which files are taken.
final class AttachmentsSection {
  private static final String TOGETHER = "together-limit";

  private AttachmentsSection() {}

  static AttachmentSettings read(SettingsReader reader) {
    long file = reader.size("file-limit", 1 << 10, 100 << 20);
    long together = reader.size(TOGETHER, 1 << 10, 100 << 20);
    if (together < file) {
      reader.mistake(TOGETHER, "is less than file-limit; it needs room for the largest file");
    }
    return new AttachmentSettings(
        file,
        reader.number("most-per-message", 1, 100),
        Math.max(file, together),
        reader.number("most-at-once", 1, 1_000),
        reader.time("keep-for", Duration.ofMinutes(1), Duration.ofDays(30)));
  }
}
