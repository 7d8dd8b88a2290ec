package dev.parley.picture;

import java.util.Map;
import java.util.Optional;

/// The kinds of pictures that are decoded, by the names of Java's readers.
enum PictureKind {
  PNG,
  JPEG,
  GIF,
  WEBP;

  private static final Map<String, PictureKind> TYPES =
      Map.of("image/png", PNG, "image/jpeg", JPEG, "image/gif", GIF, "image/webp", WEBP);

  static Optional<PictureKind> of(String mediaType) {
    return Optional.ofNullable(TYPES.get(mediaType));
  }
}
