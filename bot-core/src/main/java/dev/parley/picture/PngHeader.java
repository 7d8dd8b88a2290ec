package dev.parley.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Looks through the chunks of a PNG (Portable Network Graphics, third edition).
final class PngHeader {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int HEADER = 0x49484452;
  private static final int CONVERTED = 4;

  private PngHeader() {}

  static PictureHeader read(byte[] bytes) throws DamagedPictureException {
    ByteBuffer png = ByteBuffer.wrap(bytes);
    if (png.getInt(SIGNATURE + 4) != HEADER) {
      throw new DamagedPictureException("no header");
    }
    boolean keyed = false;
    int frames = 1;
    Orientation turn = Orientation.UPRIGHT;
    int at = SIGNATURE;
    for (String chunk = ""; !chunk.equals("IEND"); ) {
      int length = png.getInt(at);
      chunk = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      ByteBuffer content = png.slice(at + 8, length);
      switch (chunk) {
        case "tRNS" -> keyed = true;
        case "acTL" -> frames = Math.max(1, content.getInt(0));
        case "eXIf" -> turn = Orientation.ofExif(content);
        default -> {}
      }
      at = Math.addExact(at + AROUND, length);
    }
    int size = bytesPerPixel(png.get(24), png.get(25), keyed);
    return new PictureHeader(png.getInt(16), png.getInt(20), frames, size, false, false, turn);
  }

  /// What Java cannot draw well by itself is converted besides.
  private static int bytesPerPixel(int depth, int colours, boolean keyed)
      throws DamagedPictureException {
    int channels =
        switch (colours) {
          case 0 -> keyed ? 2 : 1;
          case 2 -> keyed ? 4 : 3;
          case 3 -> 1;
          case 4 -> 2;
          case 6 -> 4;
          default -> throw new DamagedPictureException("colours of type " + colours);
        };
    return depth == 16 ? channels * 2 + CONVERTED : channels + (channels == 2 ? CONVERTED : 0);
  }
}
