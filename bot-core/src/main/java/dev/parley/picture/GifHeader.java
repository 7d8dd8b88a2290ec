package dev.parley.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Looks through the blocks of a GIF (GIF89a Specification). A frame may be larger than the screen
/// that the file begins with.
final class GifHeader {
  private static final int SCREEN = 13;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;

  private final ByteBuffer gif;
  private int first;
  private int frames;

  GifHeader(byte[] bytes) {
    this.gif = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  PictureHeader read() {
    int at = SCREEN + palette(gif.get(10));
    while (at < gif.limit()) {
      int block = gif.get(at);
      if (block == EXTENSION) {
        at = behindBlocks(at + 2);
      } else if (block == IMAGE) {
        at = frame(at);
      } else {
        break;
      }
    }
    return new PictureHeader(
        gif.getChar(first + 5),
        gif.getChar(first + 7),
        frames,
        1,
        false,
        false,
        Orientation.UPRIGHT);
  }

  private static int palette(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /// Later frames are not shown, so they may be cut off.
  private int frame(int at) {
    if (frames++ == 0) {
      first = at;
      return behindBlocks(at + 11 + palette(gif.get(at + 9)));
    }
    try {
      return behindBlocks(at + 11 + palette(gif.get(at + 9)));
    } catch (IndexOutOfBoundsException cutOff) {
      return gif.limit();
    }
  }

  private int behindBlocks(int from) {
    int at = from;
    while (gif.get(at) != 0) {
      at += 1 + (gif.get(at) & 0xFF);
    }
    return at + 1;
  }
}
