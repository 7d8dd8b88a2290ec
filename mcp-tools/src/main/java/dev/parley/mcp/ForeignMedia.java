package dev.parley.mcp;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.PictureType;
import dev.parley.message.ReplyFile;
import dev.parley.picture.PictureIntake;
import dev.parley.picture.PictureOutcome;
import dev.parley.recording.Recording;
import dev.parley.tool.ToolFiles;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Keeps pictures and sound that servers answer with, by what they are, whatever they are said to
/// be. Pictures are made anew, as those that people send.
final class ForeignMedia {
  private static final int MOST_FILES = 4;
  private static final int MOST_BYTES = 10 << 20;
  private static final Map<String, String> SOUNDS =
      Map.of(
          "audio/wav", "wav",
          "audio/mp3", "mp3",
          "audio/aac", "aac",
          "audio/aiff", "aiff",
          "audio/flac", "flac",
          "audio/ogg", "ogg",
          "audio/mp4", "m4a",
          "audio/webm", "webm");

  private final PictureIntake pictures;

  ForeignMedia(PictureIntake pictures) {
    this.pictures = pictures;
  }

  /// What became of a file.
  sealed interface Outcome {}

  /// People see it.
  record Kept(ReplyFile file) implements Outcome {}

  /// @param what was left out, and why
  record LeftOut(String what) implements Outcome {}

  private record Known(String mediaType, String ending, AttachmentContent content) {}

  /// Blocks while a picture is decoded.
  Outcome keep(String base64, String stem, String description, ToolFiles files) {
    Optional<byte[]> bytes = decoded(base64);
    if (bytes.isEmpty()) {
      return new LeftOut("a file that is broken, empty or above 10 MB");
    }
    Optional<Known> known = known(bytes.get());
    if (known.isEmpty()) {
      return new LeftOut("a file that is no picture or sound which all can be shown");
    }
    if (!files.claim(MOST_FILES)) {
      return new LeftOut("files beyond the " + MOST_FILES + " that an answer can have");
    }
    return kept(known.get(), stem, description, files);
  }

  private static Outcome kept(Known known, String stem, String description, ToolFiles files) {
    boolean kept = false;
    try {
      ReplyFile file =
          files.keep(
              new ToolFiles.Made(
                  stem, known.ending(), known.mediaType(), known.content(), description));
      kept = true;
      return new Kept(file);
    } finally {
      if (!kept) {
        files.giveBack();
      }
    }
  }

  private static Optional<byte[]> decoded(String base64) {
    if (base64.length() / 4L * 3L > MOST_BYTES + 2L) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64)).filter(some -> some.length > 0);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Optional<Known> known(byte[] bytes) {
    Optional<String> picture = PictureType.of(bytes);
    if (picture.isPresent()) {
      return picture(picture.get(), bytes);
    }
    return Recording.in(ByteBuffer.wrap(bytes))
        .map(Recording::mediaType)
        .filter(SOUNDS::containsKey)
        .map(
            type -> new Known(type, String.valueOf(SOUNDS.get(type)), AttachmentContent.of(bytes)));
  }

  private Optional<Known> picture(String mediaType, byte[] bytes) {
    try {
      return pictures.take(mediaType, bytes) instanceof PictureOutcome.Ready ready
              && PictureType.isOne(ready.mediaType())
          ? Optional.of(
              new Known(
                  ready.mediaType(),
                  PictureType.ending(ready.mediaType()),
                  AttachmentContent.of(ready.bytes())))
          : Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
