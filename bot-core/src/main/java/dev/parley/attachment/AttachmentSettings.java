package dev.parley.attachment;

import dev.parley.picture.PictureSettings;
import java.time.Duration;

/// Which files are taken.
///
/// @param mostBytes of one file
/// @param mostFiles on one message
/// @param mostBytesTogether of all files that the model is given at once
/// @param mostTokensRecalled that files of before may have together which the model is shown again
/// @param mostLargeBytes of one file that the provider keeps because it is larger than
///     `mostBytes`; as much as that where it keeps none
/// @param mostAtOnce files that are fetched side by side
/// @param keptFor how long a file is kept that nobody asks about
/// @param pictures which pictures are decoded, and what is made of them
/// @param reading how much of one file is read
public record AttachmentSettings(
    long mostBytes,
    int mostFiles,
    long mostBytesTogether,
    int mostTokensRecalled,
    long mostLargeBytes,
    int mostAtOnce,
    Duration keptFor,
    PictureSettings pictures,
    ReadingLimits reading) {
  public static final AttachmentSettings DEFAULTS =
      new AttachmentSettings(10 << 20, 10, 15 << 20, 200_000, 50 << 20, 8, Duration.ofDays(1));

  /// With the usual limits of what is in a file.
  public AttachmentSettings(
      long mostBytes,
      int mostFiles,
      long mostBytesTogether,
      int mostTokensRecalled,
      long mostLargeBytes,
      int mostAtOnce,
      Duration keptFor) {
    this(
        mostBytes,
        mostFiles,
        mostBytesTogether,
        mostTokensRecalled,
        mostLargeBytes,
        mostAtOnce,
        keptFor,
        PictureSettings.DEFAULTS,
        ReadingLimits.DEFAULTS);
  }

  /// The most bytes of any file that is taken at all.
  public long mostBytesOfAny() {
    return Math.max(mostBytes, mostLargeBytes);
  }

  /// With other limits of what is read of one file.
  public AttachmentSettings with(ReadingLimits other) {
    return new AttachmentSettings(
        mostBytes,
        mostFiles,
        mostBytesTogether,
        mostTokensRecalled,
        mostLargeBytes,
        mostAtOnce,
        keptFor,
        pictures,
        other);
  }

  public AttachmentSettings {
    if (mostBytes < 1 || mostBytes > 1 << 30 || mostFiles < 1 || mostAtOnce < 1) {
      throw new IllegalArgumentException("files need room for one of at most 1 GB");
    }
    if (mostBytesTogether < mostBytes || !keptFor.isPositive()) {
      throw new IllegalArgumentException("all files together need room for the largest of them");
    }
  }
}
