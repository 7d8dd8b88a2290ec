package dev.parley.attachment;

import dev.parley.attachment.IntakeResult.Reason;
import dev.parley.attachment.IntakeResult.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Makes a still picture of an animated one: Gemini takes no GIF (its documentation, "Image
/// understanding").
final class FirstFrame {
  private static final long MOST_PIXELS = 20_000_000;

  private FirstFrame() {}

  static IntakeResult of(String name, byte[] gif) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("gif");
    ImageReader reader = readers.next();
    try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(stream);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
        return new Refused(name, Reason.TOO_MANY_PIXELS, "20 million");
      }
      return FileContent.taken(name, "image/png", png(reader.read(0)));
    } catch (IOException | RuntimeException broken) {
      return new Refused(name, Reason.BROKEN, "");
    } finally {
      reader.dispose();
    }
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }
}
