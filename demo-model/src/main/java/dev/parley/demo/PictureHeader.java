package dev.parley.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the first bytes of a picture say about it.
record PictureHeader(String format, int width, int height) {
  /// Reads the header of a PNG, JPEG, GIF or WebP picture; empty where it is none, or cut off.
  static Optional<PictureHeader> read(byte[] bytes) {
    try {
      if (startsWith(bytes, 1, "PNG")) {
        return Optional.of(new PictureHeader("PNG", big(bytes).getInt(16), big(bytes).getInt(20)));
      }
      if (startsWith(bytes, 0, "GIF8")) {
        ByteBuffer little = little(bytes);
        return Optional.of(new PictureHeader("GIF", little.getChar(6), little.getChar(8)));
      }
      if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")) {
        return webp(bytes);
      }
      return bytes.length > 2 && big(bytes).getChar(0) == 0xFFD8 ? jpeg(bytes) : Optional.empty();
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /// Google's WebP container specification: lossy, lossless and extended headers.
  private static Optional<PictureHeader> webp(byte[] bytes) {
    ByteBuffer little = little(bytes);
    if (startsWith(bytes, 12, "VP8 ")) {
      return webp(little.getChar(26) & 0x3FFF, little.getChar(28) & 0x3FFF);
    }
    if (startsWith(bytes, 12, "VP8L")) {
      int packed = little.getInt(21);
      return webp((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
    }
    return startsWith(bytes, 12, "VP8X")
        ? webp((little.getInt(24) & 0xFFFFFF) + 1, (little.getInt(26) >>> 8) + 1)
        : Optional.empty();
  }

  private static Optional<PictureHeader> webp(int width, int height) {
    return Optional.of(new PictureHeader("WebP", width, height));
  }

  /// JPEG's frame header is behind segments of any length.
  private static Optional<PictureHeader> jpeg(byte[] bytes) {
    ByteBuffer big = big(bytes);
    int at = 2;
    while (!isFrameHeader(bytes[at + 1] & 0xFF)) {
      at += 2 + big.getChar(at + 2);
    }
    return Optional.of(new PictureHeader("JPEG", big.getChar(at + 7), big.getChar(at + 5)));
  }

  private static boolean isFrameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean startsWith(byte[] bytes, int offset, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= offset + wanted.length
        && new String(bytes, offset, wanted.length, StandardCharsets.US_ASCII).equals(text);
  }

  private static ByteBuffer big(byte[] bytes) {
    return ByteBuffer.wrap(bytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
