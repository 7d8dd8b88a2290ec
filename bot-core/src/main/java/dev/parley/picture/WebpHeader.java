package dev.parley.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Looks through the chunks of a WebP (RFC 9649).
final class WebpHeader {
  private static final int CHUNKS = 12;
  private static final int FRAME = 16;
  private static final int SIDE = 0x3FFF;

  private final ByteBuffer webp;
  private int width;
  private int height;
  private int frames;
  private boolean alpha;
  private boolean lossless;
  private Orientation turn = Orientation.UPRIGHT;

  WebpHeader(byte[] bytes) {
    this.webp = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  PictureHeader read() {
    int end = Math.addExact(8, webp.getInt(4));
    // the byte that fills up the last chunk is missing in some
    if (end - 1 > webp.limit()) {
      throw new IndexOutOfBoundsException("cut off");
    }
    chunks(CHUNKS, end);
    boolean whole = alpha || lossless;
    return new PictureHeader(width, height, Math.max(1, frames), 4, whole, !whole, turn);
  }

  private void chunks(int from, int end) {
    for (int at = from; at + 8 <= end; ) {
      int length = webp.getInt(at + 4);
      look(at + 8, name(at), webp.slice(at + 8, length));
      at = Math.addExact(at + 8, length + (length & 1));
    }
  }

  private String name(int at) {
    byte[] name = new byte[4];
    webp.get(at, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private void look(int at, String name, ByteBuffer content) {
    content.order(ByteOrder.LITTLE_ENDIAN);
    switch (name) {
      case "VP8X" -> canvas(content.getInt(4), content.getInt(6) >>> 8);
      case "VP8 " -> size(content.getChar(6) & SIDE, content.getChar(8) & SIDE);
      case "VP8L" -> lossless(content.getInt(1));
      case "ALPH" -> alpha = true;
      case "EXIF" -> turn = Orientation.ofExif(content);
      case "ANMF" -> frame(at, content);
      default -> {}
    }
  }

  private void lossless(int packed) {
    lossless = true;
    alpha |= (packed >> 28 & 1) == 1;
    size((packed & SIDE) + 1, (packed >> 14 & SIDE) + 1);
  }

  /// Of an animation, the first frame is what counts. Sizes are told in several places; the largest
  /// is meant.
  private void frame(int at, ByteBuffer content) {
    frames++;
    if (frames == 1) {
      canvas(content.getInt(6), content.getInt(9));
      chunks(at + FRAME, at + content.limit());
    }
  }

  /// Both in 24 bits, and one more than told.
  private void canvas(int canvasWidth, int canvasHeight) {
    size((canvasWidth & 0xFFFFFF) + 1, (canvasHeight & 0xFFFFFF) + 1);
  }

  private void size(int frameWidth, int frameHeight) {
    width = Math.max(width, frameWidth);
    height = Math.max(height, frameHeight);
  }
}
