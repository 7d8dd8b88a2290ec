package dev.parley.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// What all pictures stand on: nearly white, with a thin edge, on light and dark pages.
final class Card {
  /// Pixels for each unit of length, because screens of phones are fine.
  static final int SHARPNESS = 2;

  private Card() {}

  /// A card with something on it, as PNG.
  static byte[] png(int width, int height, Consumer<Graphics2D> content) throws IOException {
    BufferedImage picture =
        new BufferedImage(width * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    try {
      g.scale(SHARPNESS, SHARPNESS);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setColor(Palette.CARD);
      g.fillRect(0, 0, width, height);
      content.accept(g);
      g.setColor(Palette.EDGE);
      g.setStroke(new BasicStroke(1));
      g.draw(new Rectangle2D.Double(0.5, 0.5, width - 1, height - 1));
    } finally {
      g.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(picture, "png", out);
    }
    return png.toByteArray();
  }
}
