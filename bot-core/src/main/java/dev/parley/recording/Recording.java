package dev.parley.recording;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Sound or video, as the content of a file tells it.
///
/// @param mediaType as Gemini takes it (its documentation, "Audio understanding" and "Video
///     understanding")
/// @param seconds that it lasts, begun ones as whole; 0 where the content does not tell
public record Recording(Kind kind, String mediaType, int seconds) {
  /// The formats, those with the plainest marks first.
  private static final List<Function<ByteView, Optional<Recording>>> FORMATS =
      List.of(
          RiffFile::read,
          AiffFile::read,
          FlacFile::read,
          OggFile::read,
          IsoMediaFile::read,
          MatroskaFile::read,
          MpegStream::read,
          Mp3File::read,
          AdtsFile::read);

  /// Whether there is something to see.
  public enum Kind {
    SOUND,
    VIDEO
  }

  /// The recording that these bytes are; empty where they are something else. Reads them once
  /// through, whatever they claim.
  public static Optional<Recording> in(ByteBuffer bytes) {
    ByteView view = new ByteView(bytes);
    return FORMATS.stream().flatMap(format -> format.apply(view).stream()).findFirst();
  }

  static Optional<Recording> sound(String mediaType, double seconds) {
    return Optional.of(new Recording(Kind.SOUND, mediaType, whole(seconds)));
  }

  static Optional<Recording> video(String mediaType, double seconds) {
    return Optional.of(new Recording(Kind.VIDEO, mediaType, whole(seconds)));
  }

  private static int whole(double seconds) {
    return seconds > 0 && Double.isFinite(seconds) ? (int) Math.ceil(seconds) : 0;
  }
}
