package dev.parley.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pictures: photos as JPEG; drawings, screens and what is transparent as PNG, unless that
/// would be much. The same pixels give the same bytes.
final class Encoder {
  private static final float QUALITY = 0.9f;

  /// So much a drawing may have though a JPEG of it had less: its lines stay sharp.
  private static final int SMALL = 256 << 10;

  /// So much a transparent picture may have.
  private static final int LARGE = 4 << 20;

  private Encoder() {}

  /// @param frames of which it is the first
  static PictureOutcome.Ready encode(Pixels pixels, boolean photo, int frames) throws IOException {
    if (!pixels.isOpaque()) {
      Optional<byte[]> png = png(pixels.image(true), LARGE);
      return png.isPresent()
          ? ready("image/png", png.get(), pixels, frames)
          : ready("image/jpeg", jpeg(pixels.onWhite()), pixels, frames);
    }
    byte[] jpeg = jpeg(pixels);
    Optional<byte[]> png =
        photo ? Optional.empty() : png(pixels.image(false), Math.max(SMALL, jpeg.length));
    return png.isPresent()
        ? ready("image/png", png.get(), pixels, frames)
        : ready("image/jpeg", jpeg, pixels, frames);
  }

  private static PictureOutcome.Ready ready(
      String mediaType, byte[] bytes, Pixels pixels, int frames) {
    return new PictureOutcome.Ready(mediaType, bytes, pixels.width(), pixels.height(), frames);
  }

  /// Nothing where it would be longer than that.
  private static Optional<byte[]> png(BufferedImage picture, int most) throws IOException {
    BoundedBytes bytes = new BoundedBytes(most);
    try {
      write("png", picture, bytes);
      return Optional.of(bytes.toByteArray());
    } catch (IOException ended) {
      if (bytes.isFull()) {
        return Optional.empty();
      }
      throw ended;
    }
  }

  private static byte[] jpeg(Pixels pixels) throws IOException {
    BoundedBytes bytes = new BoundedBytes(Integer.MAX_VALUE);
    write("jpeg", pixels.image(false), bytes);
    return bytes.toByteArray();
  }

  private static void write(String format, BufferedImage picture, BoundedBytes bytes)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    if (format.equals("jpeg")) {
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
    }
    MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes);
    try {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), how);
      stream.flush();
    } finally {
      writer.dispose();
    }
  }
}
