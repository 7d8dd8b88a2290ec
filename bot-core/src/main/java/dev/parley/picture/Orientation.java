package dev.parley.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a camera was held (Exif 2.3, tag `Orientation`): where the upright picture has its rows and
/// columns in the stored one.
///
/// @param swapped whether rows are columns
/// @param mirrored whether columns run from the right
/// @param upsideDown whether rows run from the bottom
record Orientation(boolean swapped, boolean mirrored, boolean upsideDown) {
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  /// By the number that Exif gives it; upright for whatever is none.
  static Orientation of(int number) {
    return switch (number) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, false, true);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, true, false);
      default -> UPRIGHT;
    };
  }

  /// What Exif tells, with or without its mark; upright where it cannot be read.
  static Orientation ofExif(ByteBuffer exif) {
    try {
      return of(
          number(isMarked(exif) ? exif.slice(MARK.length, exif.limit() - MARK.length) : exif));
    } catch (IndexOutOfBoundsException cutOff) {
      return UPRIGHT;
    }
  }

  static boolean isMarked(ByteBuffer exif) {
    byte[] start = new byte[Math.min(MARK.length, exif.limit())];
    exif.get(0, start);
    return Arrays.equals(start, MARK);
  }

  /// TIFF 6.0: the first directory.
  private static int number(ByteBuffer tiff) {
    tiff.order(tiff.getChar(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getChar(directory);
    for (int at = directory + 2; at < directory + 2 + entries * ENTRY; at += ENTRY) {
      if (tiff.getChar(at) == TAG) {
        return tiff.getChar(at + 8);
      }
    }
    return 1;
  }

  /// Where the stored picture has a pixel of the upright one: its place in rows of `width`.
  int stored(int x, int y, int width, int height) {
    int column = swapped ? y : x;
    int row = swapped ? x : y;
    return (upsideDown ? height - 1 - row : row) * width + (mirrored ? width - 1 - column : column);
  }
}
