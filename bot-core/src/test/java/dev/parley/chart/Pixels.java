package dev.parley.chart;

import dev.parley.attachment.AttachmentContent;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// A picture as tests look at it.
record Pixels(int width, int height, int[] colors) {
  /// How much of the rim belongs to nothing, beside its line.
  private static final int RIM = 20;

  static Pixels of(AttachmentContent content) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content.bytes()));
      int width = picture.getWidth();
      int height = picture.getHeight();
      return new Pixels(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  int count(Color color) {
    return (int) all().filter(is(color)).count();
  }

  /// The smallest rectangle with all that has a color; empty where nothing has.
  Rectangle extent(Color color) {
    return extent(color, 1);
  }

  /// The same, of the left part of the picture, where no legend is.
  Rectangle extent(Color color, double to) {
    Rectangle extent = new Rectangle(-1, -1);
    all().filter(is(color)).filter(at -> x(at) < to * width).forEach(at -> extent.add(cell(at)));
    return extent;
  }

  /// How many pixels of a color stand in the column in which most do, of a part of the width.
  int tallest(Color color, double from, double to) {
    return IntStream.range((int) (from * width()), (int) (to * width()))
        .map(
            x ->
                (int)
                    IntStream.range(0, height())
                        .filter(y -> is(color).test(y * width() + x))
                        .count())
        .max()
        .orElse(0);
  }

  /// Whether nothing is drawn at the rim, where it could be cut.
  boolean hasFreeRim() {
    IntPredicate rim =
        at -> {
          int away =
              Math.min(Math.min(x(at), width() - 1 - x(at)), Math.min(y(at), height() - 1 - y(at)));
          return away > 2 && away < RIM;
        };
    return all().filter(rim).allMatch(is(Palette.CARD));
  }

  private IntStream all() {
    return IntStream.range(0, width() * height());
  }

  private IntPredicate is(Color color) {
    int wanted = color.getRGB();
    return at -> colors[at] == wanted;
  }

  private Rectangle cell(int at) {
    return new Rectangle(x(at), y(at), 1, 1);
  }

  private int x(int at) {
    return at % width();
  }

  private int y(int at) {
    return at / width();
  }
}
