package dev.parley.attachment;

import dev.parley.attachment.IntakeResult.Reason;
import dev.parley.attachment.IntakeResult.Refused;
import dev.parley.attachment.IntakeResult.Taken;
import dev.parley.picture.PictureIntake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// Tells what a file is by its content, whatever its name says.
final class FileContent {
  /// Looks at first bytes only: Tika's other detectors open files, which only the processes may
  /// that read documents.
  private static final Detector TYPES = MimeTypes.getDefaultMimeTypes();

  private final TakenPictures pictures;

  FileContent(PictureIntake pictures) {
    this.pictures = new TakenPictures(pictures);
  }

  /// A picture or a text as the model can be given it. Blocks while a picture is decoded.
  IntakeResult read(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new Refused(name, Reason.EMPTY, "");
    }
    String type = type(bytes);
    if (PictureIntake.takes(type)) {
      return pictures.read(name, type, bytes);
    }
    return TextContent.of(bytes)
        .<IntakeResult>map(
            text -> taken(name, Attachment.TEXT, text.getBytes(StandardCharsets.UTF_8), 0))
        .orElseGet(() -> new Refused(name, Reason.WRONG_TYPE, "of the type " + type));
  }

  /// The media type, as far as the content tells it.
  static String type(byte[] bytes) {
    try {
      return TYPES.detect(new ByteArrayInputStream(bytes), new Metadata()).toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Taken taken(String name, String type, byte[] bytes, int extent) {
    AttachmentContent content = AttachmentContent.of(bytes);
    return new Taken(new Attachment(name, type, content.sha256(), content.size(), extent), content);
  }
}
