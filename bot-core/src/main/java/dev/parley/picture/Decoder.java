package dev.parley.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes the first frame of a picture by Java's readers, and those that are installed besides.
final class Decoder {
  private Decoder() {}

  /// Blocks while it reckons.
  ///
  /// @param step every which column and row is read
  /// @throws IOException where it is damaged; whatever else a reader trips over comes as it is
  static BufferedImage first(PictureKind kind, byte[] bytes, PictureHeader header, int step)
      throws IOException {
    ImageReader reader = reader(kind);
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // texts and profiles may unfold to any size; nothing of them is needed
      reader.setInput(stream, false, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > header.pixels()) {
        throw new DamagedPictureException("larger than its header tells");
      }
      ImageReadParam every = reader.getDefaultReadParam();
      every.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, every);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(PictureKind kind) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
    if (!readers.hasNext()) {
      throw new IOException("no reader of " + kind);
    }
    return readers.next();
  }
}
