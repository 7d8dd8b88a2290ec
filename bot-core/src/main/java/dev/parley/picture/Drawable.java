package dev.parley.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Makes pictures drawable that Java would draw slowly, as those of 16 bits, or too light, as greys
/// that shine through.
final class Drawable {
  private Drawable() {}

  static BufferedImage of(BufferedImage decoded) {
    ColorModel colours = decoded.getColorModel();
    if (colours instanceof IndexColorModel) {
      return decoded;
    }
    boolean grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    boolean wide = colours.getTransferType() == DataBuffer.TYPE_USHORT;
    return wide || (grey && colours.hasAlpha()) ? narrow(decoded, wide ? 8 : 0) : decoded;
  }

  private static BufferedImage narrow(BufferedImage wide, int shift) {
    int width = wide.getWidth();
    BufferedImage narrow = new BufferedImage(width, wide.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Raster raster = wide.getRaster();
    int bands = raster.getNumBands();
    int[] samples = new int[width * bands];
    int[] row = new int[width];
    for (int y = 0; y < wide.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        row[x] = argb(samples, x * bands, bands, shift);
      }
      narrow.setRGB(0, y, width, 1, row, 0, width);
    }
    return narrow;
  }

  private static int argb(int[] samples, int at, int bands, int shift) {
    int colours = bands < 3 ? 1 : 3;
    int red = samples[at] >> shift;
    int green = samples[at + colours / 3] >> shift;
    int blue = samples[at + colours - 1] >> shift;
    int alpha = bands > colours ? samples[at + colours] >> shift : 0xFF;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}
