package dev.parley.launcher.settings;

import dev.parley.attachment.AttachmentSettings;
import dev.parley.attachment.ReadingLimits;
import dev.parley.picture.PictureSettings;
import java.time.Duration;

/// Reads which files are taken.
final class AttachmentsSection {
  private static final String TOGETHER = "together-limit";

  /// Gemini's documentation, "Files API": 2 GB for a file.
  private static final long MOST_LARGE = (2L << 30) - 1;

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
        reader.number("recalled-tokens", 0, 1_000_000),
        reader.size("large-file-limit", 0, MOST_LARGE),
        reader.number("most-at-once", 1, 1_000),
        reader.time("keep-for", Duration.ofMinutes(1), Duration.ofDays(30)),
        pictures(reader),
        reading(reader));
  }

  private static PictureSettings pictures(SettingsReader reader) {
    return new PictureSettings(
        reader.pixels("pixel-limit", 1, 500),
        reader.number("frame-limit", 1, 100_000),
        reader.number("longest-side", 256, 6_144),
        reader.number("pictures-at-once", 1, 64));
  }

  private static ReadingLimits reading(SettingsReader reader) {
    return new ReadingLimits(
        reader.number("page-limit", 1, ReadingLimits.GEMINIS_MOST_PAGES),
        reader.number("text-limit", 1_000, 10_000_000),
        reader.time("sound-limit", Duration.ofSeconds(1), Duration.ofHours(9)),
        reader.time("video-limit", Duration.ofSeconds(1), Duration.ofHours(3)));
  }
}
