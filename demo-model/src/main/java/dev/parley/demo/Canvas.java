package dev.parley.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Paints pictures, and paints over those that it has painted.
final class Canvas {
  private static final int SIDE = 400;
  private static final Color SHEET = new Color(0xf4f1ea);

  /// How far a colour may be from the blend of two others to count as one.
  private static final double NEAR = 24;

  private Canvas() {}

  /// A picture as PNG.
  static byte[] paint(Motif motif, Paint paint) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D sheet = picture.createGraphics();
    sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    sheet.setColor(SHEET);
    sheet.fillRect(0, 0, SIDE, SIDE);
    motif.draw(sheet, paint.colour());
    sheet.dispose();
    return png(picture);
  }

  /// The same picture with its main colour in the place of another; empty where it is none that can
  /// be read.
  static Optional<byte[]> repaint(byte[] earlier, Paint paint) {
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(earlier)))
          .map(picture -> png(repainted(picture, paint.colour())));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private static BufferedImage repainted(BufferedImage picture, Color paint) {
    int ground = picture.getRGB(0, 0);
    int main = mainColour(picture, ground);
    BufferedImage other =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        other.setRGB(x, y, exchanged(picture.getRGB(x, y), ground, main, paint.getRGB()));
      }
    }
    return other;
  }

  private static int mainColour(BufferedImage picture, int ground) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    counts.remove(ground);
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(ground);
  }

  /// What is the main colour, or a blend of it with the ground as at an edge, is so of the new one.
  private static int exchanged(int pixel, int ground, int main, int paint) {
    double length = 0;
    double along = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int span = part(main, shift) - part(ground, shift);
      length += span * span;
      along += span * (part(pixel, shift) - part(ground, shift));
    }
    double share = length == 0 ? 0 : Math.clamp(along / length, 0, 1);
    double distance = 0;
    int blended = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      distance += Math.abs(part(pixel, shift) - blend(ground, main, shift, share));
      blended |= (int) Math.round(blend(ground, paint, shift, share)) << shift;
    }
    return distance <= NEAR ? blended : pixel;
  }

  private static int part(int colour, int shift) {
    return colour >> shift & 0xff;
  }

  private static double blend(int from, int to, int shift, double share) {
    return part(from, shift) + share * (part(to, shift) - part(from, shift));
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
