package dev.parley.picture;

import java.util.Base64;

/// WebP pictures, for which Java has no writer.
final class SomeWebp {
  /// 32 × 16, lossy: red beside blue.
  static final byte[] LOSSY =
      decoded(
          "UklGRlIAAABXRUJQVlA4IEYAAACQAwCdASogABAAAMASJaACdMoRwN4B+AH7Af0DkAuwH7AAUw8AAP76"
              + "IZf/dzNH+xrf/1oYdQVO4f+H3cwpI0ZCsXrEZ9AA");

  /// 16 × 16, lossy: red, half transparent.
  static final byte[] WITH_ALPHA =
      decoded(
          "UklGRmQAAABXRUJQVlA4WAoAAAAQAAAADwAADwAAQUxQSAoAAAABB1DAiAhERP8DVlA4IDQAAAAwAgCd"
              + "ASoQABAAAMASJaACdLoB+AH4AARoAAD++iGX/3easNN39a3/9aOfron+tHP/WVgA");

  /// 16 × 16, lossless: red, half transparent.
  static final byte[] LOSSLESS = decoded("UklGRhwAAABXRUJQVlA4TA8AAAAvD8ADEAcQ/Y8CBiKi/wEA");

  /// 16 × 8, lossless: red, then green, then blue.
  static final byte[] ANIMATED =
      decoded(
          "UklGRrQAAABXRUJQVlA4WAoAAAACAAAADwAABwAAQU5JTQYAAAAAAAAAAABBTk1GKAAAAAAAAAAAAA8A"
              + "AAcAAGQAAAJWUDhMDwAAAC8PwAEABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAAA8AAAcAAGQAAABWUDhM"
              + "DwAAAC8PwAEAB9D/iP4HIqL/AQBBTk1GKAAAAAAAAAAAAA8AAAcAAGQAAABWUDhMDwAAAC8PwAEABxDR"
              + "//4HIqL/AQA=");

  private SomeWebp() {}

  /// Lossless, of one colour, which takes no bit for each pixel.
  static byte[] blank(int width, int height) {
    byte[] webp = LOSSLESS.clone();
    int packed = width - 1 | height - 1 << 14 | 1 << 28;
    System.arraycopy(Bytes.little(packed, 4), 0, webp, 21, 4);
    return webp;
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
