package dev.parley.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Pictures as the JDK writes them.
final class Pictured {
  static final String PNG_3_BY_2 = Base64.getEncoder().encodeToString(of("png", 3, 2));

  private Pictured() {}

  static byte[] of(String format, int width, int height) {
    return written(format, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
  }

  /// A picture whose left quarter is white, and whose rest is blue.
  static String striped(String format, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, x < width / 4 ? 0xFFFFFF : 0x2040E0);
      }
    }
    return Base64.getEncoder().encodeToString(written(format, picture));
  }

  private static byte[] written(String format, BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
