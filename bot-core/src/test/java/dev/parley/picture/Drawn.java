package dev.parley.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Pictures that tests draw, and what they look like afterwards.
final class Drawn {
  static final int RED = 0xFF0000;
  static final int GREEN = 0x00FF00;
  static final int BLUE = 0x0000FF;
  static final int WHITE = 0xFFFFFF;

  private Drawn() {}

  /// Red, green and below blue, white, each a quarter.
  static BufferedImage quarters(int width, int height, int type) {
    BufferedImage picture = new BufferedImage(width, height, type);
    Graphics2D graphics = picture.createGraphics();
    int[] colours = {RED, GREEN, BLUE, WHITE};
    for (int at = 0; at < colours.length; at++) {
      graphics.setColor(new Color(colours[at]));
      graphics.fillRect(at % 2 * width / 2, at / 2 * height / 2, width / 2 + 1, height / 2 + 1);
    }
    graphics.dispose();
    return picture;
  }

  static BufferedImage quarters(int width, int height) {
    return quarters(width, height, BufferedImage.TYPE_INT_RGB);
  }

  static BufferedImage noise(int width, int height, int type) {
    BufferedImage picture = new BufferedImage(width, height, type);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    return picture;
  }

  static byte[] as(String format, BufferedImage picture) {
    return written(format, false, picture);
  }

  static byte[] progressive(BufferedImage picture) {
    return written("jpeg", true, picture);
  }

  private static byte[] written(String format, boolean progressive, BufferedImage... frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (progressive) {
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      if (frames.length == 1) {
        writer.write(null, new IIOImage(frames[0], null, null), how);
      } else {
        writer.prepareWriteSequence(null);
        for (BufferedImage frame : frames) {
          ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(frame);
          writer.writeToSequence(
              new IIOImage(frame, null, writer.getDefaultImageMetadata(type, how)), how);
        }
        writer.endWriteSequence();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] gif(BufferedImage... frames) {
    return written("gif", false, frames);
  }

  static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The clear colours of the quarters in reading order: r, g, b, w, and ? for another.
  static String quarters(byte[] bytes) {
    BufferedImage picture = read(bytes);
    StringBuilder seen = new StringBuilder();
    for (int at = 0; at < 4; at++) {
      int x = (1 + 2 * (at % 2)) * picture.getWidth() / 4;
      int y = (1 + 2 * (at / 2)) * picture.getHeight() / 4;
      seen.append(letter(picture.getRGB(x, y)));
    }
    return seen.toString();
  }

  private static char letter(int colour) {
    int[] colours = {RED, GREEN, BLUE, WHITE};
    for (int at = 0; at < colours.length; at++) {
      if (isNear(colour, colours[at])) {
        return "rgbw".charAt(at);
      }
    }
    return '?';
  }

  static boolean isNear(int one, int other) {
    int far = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      far = Math.max(far, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return far < 24;
  }
}
