package dev.parley.picture;

/// Which pictures are decoded, and what is made of them.
///
/// @param mostPixels of one picture
/// @param mostFrames of one animation, of which the first is shown
/// @param longestSide in pixels, which larger pictures are scaled down to
/// @param atOnce how many are decoded at a time
public record PictureSettings(long mostPixels, int mostFrames, int longestSide, int atOnce) {
  public static final PictureSettings DEFAULTS = new PictureSettings(50_000_000, 1_000, 3_072, 2);

  /// Java's readers keep a row or two of whatever width.
  static final int LONGEST_SIDE = 65_535;

  public PictureSettings {
    if (mostPixels < 1 || mostFrames < 1 || atOnce < 1) {
      throw new IllegalArgumentException("pictures need room for one with a frame of one pixel");
    }
    if (longestSide < 1 || longestSide > 6_144) {
      throw new IllegalArgumentException("a picture's longest side is from 1 to 6144");
    }
  }

  /// How many pixels stand in memory at most.
  long decodedPixels() {
    return 2L * longestSide * longestSide;
  }

  /// How many bytes these have at most.
  long decodedBytes() {
    return 8L * longestSide * longestSide;
  }

  /// How many pixels a picture may have.
  ///
  /// @param whole whether its kind cannot be decoded but whole
  long mostPixels(boolean whole) {
    return whole ? Math.min(mostPixels, decodedPixels()) : mostPixels;
  }
}
