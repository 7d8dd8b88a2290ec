package dev.parley.attachment;

import dev.parley.attachment.IntakeResult.Reason;
import dev.parley.attachment.IntakeResult.Refused;
import dev.parley.attachment.IntakeResult.Taken;
import dev.parley.picture.PictureIntake;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;

/// Tells what a file is by its content, whatever its name says.
final class FileContent {
  private static final String PDF = "application/pdf";

  /// Sounds, by what their content is called, as Gemini takes them (its documentation, "Audio
  /// understanding").
  private static final Map<String, String> SOUNDS =
      Map.ofEntries(
          Map.entry("audio/mpeg", "audio/mp3"),
          Map.entry("audio/vnd.wave", "audio/wav"),
          Map.entry("audio/x-wav", "audio/wav"),
          Map.entry("audio/x-flac", "audio/flac"),
          Map.entry("audio/x-aiff", "audio/aiff"),
          Map.entry("audio/x-aac", "audio/aac"),
          Map.entry("application/ogg", "audio/ogg"),
          Map.entry("audio/ogg", "audio/ogg"),
          Map.entry("audio/opus", "audio/ogg"),
          Map.entry("audio/vorbis", "audio/ogg"));

  private static final Tika TIKA = new Tika();

  private final TakenPictures pictures;

  FileContent(PictureIntake pictures) {
    this.pictures = new TakenPictures(pictures);
  }

  /// The file as the model can be given it. Blocks while a picture is decoded.
  IntakeResult read(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new Refused(name, Reason.EMPTY, "");
    }
    String type = type(bytes);
    if (PictureIntake.takes(type)) {
      return pictures.read(name, type, bytes);
    }
    if (type.equals(PDF)) {
      return taken(name, type, bytes);
    }
    String sound = SOUNDS.get(type);
    if (sound != null) {
      return taken(name, sound, bytes);
    }
    return text(bytes)
        .<IntakeResult>map(
            text -> taken(name, Attachment.TEXT, text.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> new Refused(name, Reason.WRONG_TYPE, "of the type " + type));
  }

  /// What a file too large for a request is, by its beginning; empty where the model cannot be
  /// shown it from where its provider keeps it.
  static Optional<String> largeType(byte[] head) {
    String type = type(head);
    return type.equals("application/pdf")
        ? Optional.of(type)
        : Optional.ofNullable(SOUNDS.get(type));
  }

  /// The media type, as far as the content tells it.
  static String type(byte[] bytes) {
    return TIKA.detect(bytes);
  }

  private static Taken taken(String name, String type, byte[] bytes) {
    return taken(name, type, bytes, 0);
  }

  static Taken taken(String name, String type, byte[] bytes, int extent) {
    AttachmentContent content = AttachmentContent.of(bytes);
    return new Taken(new Attachment(name, type, content.sha256(), content.size(), extent), content);
  }

  /// UTF-8, or UTF-16 where the file begins with its mark.
  private static Optional<String> text(byte[] bytes) {
    Charset charset = isUtf16(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.chars().anyMatch(FileContent::isBinary) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static boolean isBinary(int character) {
    return character < ' ' && "\t\n\r\f\u001b\b".indexOf(character) < 0;
  }
}
