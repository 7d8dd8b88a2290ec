package dev.parley.picture;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/// A picture's colours, row by row, as Java packs them: alpha, red, green, blue.
final class Pixels {
  private static final int OPAQUE = 0xFF000000;
  private static final int WHITE = 0xFF;

  private final int[] argb;
  private final int width;
  private final int height;

  private Pixels(int[] argb, int width, int height) {
    this.argb = argb;
    this.width = width;
    this.height = height;
  }

  /// A picture, scaled down where a side is longer than that.
  static Pixels of(BufferedImage picture, int longestSide) {
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    if (longest <= longestSide) {
      return of(drawn(picture, picture.getWidth(), picture.getHeight()));
    }
    BufferedImage scaled = picture;
    // halves are means of four pixels each, where more than that would be passed over
    while (Math.max(scaled.getWidth(), scaled.getHeight()) >= 2 * longestSide) {
      scaled = drawn(scaled, half(scaled.getWidth()), half(scaled.getHeight()));
    }
    return of(
        drawn(
            scaled,
            fitted(picture.getWidth(), longestSide, longest),
            fitted(picture.getHeight(), longestSide, longest)));
  }

  private static int half(int side) {
    return Math.max(1, side / 2);
  }

  private static int fitted(int side, int longestSide, int longest) {
    return Math.max(1, Math.toIntExact(Math.round((double) side * longestSide / longest)));
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return drawn;
  }

  private static Pixels of(BufferedImage drawn) {
    int[] argb = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
    return new Pixels(argb, drawn.getWidth(), drawn.getHeight());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  Pixels turned(Orientation turn) {
    if (turn.equals(Orientation.UPRIGHT)) {
      return this;
    }
    int columns = turn.swapped() ? height : width;
    int[] turned = new int[argb.length];
    for (int at = 0; at < turned.length; at++) {
      turned[at] = argb[turn.stored(at % columns, at / columns, width, height)];
    }
    return new Pixels(turned, columns, argb.length / columns);
  }

  boolean isOpaque() {
    for (int colour : argb) {
      if ((colour & OPAQUE) != OPAQUE) {
        return false;
      }
    }
    return true;
  }

  /// What shines through is white.
  Pixels onWhite() {
    int[] flat = new int[argb.length];
    for (int at = 0; at < flat.length; at++) {
      int colour = argb[at];
      int alpha = colour >>> 24;
      flat[at] =
          OPAQUE
              | onWhite(colour >> 16 & WHITE, alpha) << 16
              | onWhite(colour >> 8 & WHITE, alpha) << 8
              | onWhite(colour & WHITE, alpha);
    }
    return new Pixels(flat, width, height);
  }

  private static int onWhite(int part, int alpha) {
    return (part * alpha + WHITE * (WHITE - alpha)) / WHITE;
  }

  /// The picture to write, on these same pixels.
  BufferedImage image(boolean withAlpha) {
    DirectColorModel colours =
        withAlpha
            ? new DirectColorModel(32, 0xFF0000, 0xFF00, 0xFF, OPAQUE)
            : new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
    DataBufferInt buffer = new DataBufferInt(argb, argb.length);
    return new BufferedImage(
        colours,
        Raster.createPackedRaster(buffer, width, height, width, colours.getMasks(), null),
        false,
        null);
  }
}
