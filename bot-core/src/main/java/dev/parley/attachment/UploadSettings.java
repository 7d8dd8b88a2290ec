package dev.parley.attachment;

import java.time.Duration;

/// How much may be uploaded, and how long it is kept.
///
/// @param mostBytes of one file
/// @param person what one person may have uploaded and not sent
/// @param place what all people may have in one place
/// @param everybody what all people of a tenant may have
/// @param unsentFor how long a file is kept that is not sent
/// @param sentFor how long one is kept that was sent, since it was last asked for
public record UploadSettings(
    long mostBytes,
    Unsent person,
    Unsent place,
    Unsent everybody,
    Duration unsentFor,
    Duration sentFor) {
  private static final Duration UNSENT = Duration.ofHours(1);

  /// What may be uploaded and not sent yet.
  public record Unsent(int files, long bytes) {
    private Unsent times(int factor) {
      return new Unsent(files * factor, bytes * factor);
    }

    private Unsent withRoomFor(long file) {
      return new Unsent(files, Math.max(bytes, file));
    }
  }

  public UploadSettings {
    if (mostBytes < 1 || person.files() < 1 || person.bytes() < mostBytes) {
      throw new IllegalArgumentException("a person needs room for one file");
    }
    if (!unsentFor.isPositive() || !sentFor.isPositive()) {
      throw new IllegalArgumentException("files are kept for a while");
    }
  }

  /// Room for some messages with as many files as they may have, and for one large file at least.
  public static UploadSettings of(AttachmentSettings files) {
    long largest = files.mostBytesOfAny();
    Unsent message = new Unsent(files.mostFiles(), files.mostBytesTogether());
    return new UploadSettings(
        largest,
        message.times(3).withRoomFor(largest),
        message.times(10).withRoomFor(largest),
        message.times(30).withRoomFor(largest),
        UNSENT,
        files.keptFor());
  }
}
