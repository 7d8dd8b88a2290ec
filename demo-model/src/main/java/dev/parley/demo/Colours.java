package dev.parley.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The main colours of a picture, counted in some thousand of its pixels.
final class Colours {
  private static final int SAMPLES_A_SIDE = 64;
  private static final long MOST_PIXELS = 50_000_000;
  private static final int MOST_TOLD = 3;
  private static final int LEAST_PERCENT = 5;

  private Colours() {}

  /// Such as `red (75 %), white (25 %)`; empty where the JDK cannot read the picture.
  static Optional<String> of(byte[] picture) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      return readers.hasNext() ? read(readers.next(), stream) : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> read(ImageReader reader, ImageInputStream stream)
      throws IOException {
    try {
      reader.setInput(stream, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        return Optional.empty();
      }
      int step = Math.max(1, Math.max(width, height) / SAMPLES_A_SIDE);
      ImageReadParam sampled = reader.getDefaultReadParam();
      sampled.setSourceSubsampling(step, step, 0, 0);
      return Optional.of(told(reader.read(0, sampled)));
    } finally {
      reader.dispose();
    }
  }

  private static String told(BufferedImage picture) {
    Map<String, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(name(picture.getRGB(x, y)), 1, Integer::sum);
      }
    }
    int all = picture.getWidth() * picture.getHeight();
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_TOLD)
        .filter(colour -> 100L * colour.getValue() >= (long) LEAST_PERCENT * all)
        .map(colour -> colour.getKey() + " (" + Math.round(100.0 * colour.getValue() / all) + " %)")
        .collect(Collectors.joining(", "));
  }

  private static String name(int argb) {
    if (argb >>> 24 < 64) {
      return "transparent";
    }
    float[] hsb = Color.RGBtoHSB(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, null);
    if (hsb[2] < 0.15) {
      return "black";
    }
    if (hsb[1] < 0.12) {
      return hsb[2] > 0.9 ? "white" : "grey";
    }
    return hue(Math.round(hsb[0] * 360), hsb[2]);
  }

  private static String hue(int degrees, float brightness) {
    if (degrees < 15 || degrees >= 345) {
      return "red";
    } else if (degrees < 45) {
      return brightness < 0.6 ? "brown" : "orange";
    } else if (degrees < 70) {
      return "yellow";
    } else if (degrees < 165) {
      return "green";
    } else if (degrees < 200) {
      return "turquoise";
    } else if (degrees < 260) {
      return "blue";
    }
    return degrees < 300 ? "purple" : "pink";
  }
}
