package dev.parley.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A box of the ISO base media file format (ISO/IEC 14496-12).
///
/// @param type four characters
/// @param from where its content begins
/// @param to where it ends
record HeifBox(String type, int from, int to) {
  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;

  /// The boxes that fill a stretch of a file.
  ///
  /// @throws IndexOutOfBoundsException where they do not
  static List<HeifBox> in(ByteBuffer file, int from, int to) {
    List<HeifBox> boxes = new ArrayList<>();
    for (int at = from; at < to; ) {
      HeifBox box = at(file, at, to);
      boxes.add(box);
      at = box.to;
    }
    return boxes;
  }

  private static HeifBox at(ByteBuffer file, int at, int end) {
    long size = Integer.toUnsignedLong(file.getInt(at));
    byte[] type = new byte[4];
    file.get(at + 4, type);
    int header = size == 1 ? LARGE_HEADER : HEADER;
    if (size == 1) {
      size = file.getLong(at + HEADER);
    } else if (size == 0) {
      size = (long) end - at;
    }
    if (size < header || size > (long) end - at) {
      throw new IndexOutOfBoundsException("a box of " + size + " bytes");
    }
    return new HeifBox(
        new String(type, StandardCharsets.ISO_8859_1), at + header, at + Math.toIntExact(size));
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  int length() {
    return to - from;
  }
}
