package dev.parley.attachment;

import java.util.Map;
import java.util.Optional;

/// Tells the pictures that every platform can show, by their content, whatever they are said to be.
public final class PictureType {
  private static final Map<String, String> ENDINGS =
      Map.of("image/png", "png", "image/jpeg", "jpg", "image/webp", "webp");

  private PictureType() {}

  /// The media type of a PNG, JPEG or WebP picture; empty for whatever else.
  public static Optional<String> of(byte[] bytes) {
    return Optional.of(FileContent.type(bytes)).filter(ENDINGS::containsKey);
  }

  /// Whether a media type is the one of such a picture.
  public static boolean isOne(String mediaType) {
    return ENDINGS.containsKey(mediaType);
  }

  /// What the name of a file with such a media type ends in, without the dot.
  public static String ending(String mediaType) {
    return ENDINGS.getOrDefault(mediaType, "bin");
  }
}
