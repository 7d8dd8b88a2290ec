package dev.parley.chart;

import dev.parley.usage.Spending;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The whole picture: a card with a heading above the bars.
final class SpendingCard {
  static final int WIDTH = 900;
  static final int HEIGHT = 420;

  /// Pixels for each unit of length, because screens of phones are fine.
  static final int SHARPNESS = 2;

  private final Heading heading;
  private final Bars bars;

  private SpendingCard(Heading heading, Bars bars) {
    this.heading = heading;
    this.bars = bars;
  }

  static SpendingCard of(Spending spending) {
    Scale scale = Scale.of(spending);
    Bars bars =
        NameBars.suit(spending) ? new NameBars(spending, scale) : new DayBars(spending, scale);
    return new SpendingCard(new Heading(spending, scale), bars);
  }

  byte[] png() throws IOException {
    BufferedImage picture =
        new BufferedImage(WIDTH * SHARPNESS, HEIGHT * SHARPNESS, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    try {
      g.scale(SHARPNESS, SHARPNESS);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      paint(g);
    } finally {
      g.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(picture, "png", out);
    }
    return png.toByteArray();
  }

  private void paint(Graphics2D g) {
    g.setColor(Palette.CARD);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    heading.paint(g, WIDTH);
    g.translate(0, Heading.HEIGHT);
    bars.paint(g);
    g.translate(0, -Heading.HEIGHT);
    g.setColor(Palette.EDGE);
    g.setStroke(new BasicStroke(1));
    g.draw(new Rectangle2D.Double(0.5, 0.5, WIDTH - 1, HEIGHT - 1));
  }
}
