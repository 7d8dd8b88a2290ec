package dev.parley.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a HEIF file holds, and where (ISO/IEC 14496-12, `ItemInfoBox` and `ItemLocationBox`).
final class HeifItems {
  /// Pictures, their tiles, and how these are put together; all else tells about them.
  private static final Set<String> PICTURES =
      Set.of("hvc1", "hev1", "lhv1", "av01", "grid", "iden", "iovl", "tmap");

  private static final int IN_FILE = 0;
  private static final int IN_BOX = 1;

  private final ByteBuffer file;
  private final int boxData;
  private final Map<Long, String> types = new HashMap<>();
  private final List<Extent> extents = new ArrayList<>();
  private int at;

  /// A stretch of the file.
  record Extent(boolean picture, int from, int to) {}

  /// @param boxData where data begins that is kept among the items' descriptions
  HeifItems(ByteBuffer file, int boxData) {
    this.file = file;
    this.boxData = boxData;
  }

  List<Extent> extents() {
    return extents;
  }

  void readTypes(HeifBox infos) {
    int header = version(infos) == 0 ? 6 : 8;
    for (HeifBox info : HeifBox.in(file, infos.from() + header, infos.to())) {
      int version = version(info);
      if (!info.is("infe") || version < 2) {
        throw new IndexOutOfBoundsException("items without types");
      }
      at = info.from() + 4;
      long id = number(version == 2 ? 2 : 4);
      byte[] type = new byte[4];
      file.get(at + 2, type);
      types.put(id, new String(type, StandardCharsets.ISO_8859_1));
    }
  }

  private int version(HeifBox box) {
    return file.get(box.from()) & 0xFF;
  }

  /// Types have to be known before.
  void readPlaces(HeifBox places) {
    int version = version(places);
    if (version > 2) {
      throw new IndexOutOfBoundsException("places of version " + version);
    }
    at = places.from() + 4;
    int sizes = (int) number(2);
    long items = number(version < 2 ? 2 : 4);
    for (long item = 0; item < items; item++) {
      readPlace(version, sizes);
    }
  }

  private void readPlace(int version, int sizes) {
    boolean picture = PICTURES.contains(types.getOrDefault(number(version < 2 ? 2 : 4), ""));
    int construction = version == 0 ? IN_FILE : (int) number(2) & 0xF;
    number(2);
    long base = number(sizes >> 4 & 0xF);
    long count = number(2);
    for (long extent = 0; extent < count; extent++) {
      number(version == 0 ? 0 : sizes & 0xF);
      add(picture, construction, base + number(sizes >> 12), number(sizes >> 8 & 0xF));
    }
  }

  private void add(boolean picture, int construction, long offset, long length) {
    if (construction > IN_BOX || length == 0) {
      throw new IndexOutOfBoundsException("an item in another");
    }
    long from = construction == IN_BOX ? boxData + offset : offset;
    if (from < 0 || length < 0 || from + length > file.limit()) {
      throw new IndexOutOfBoundsException("an item outside of the file");
    }
    extents.add(new Extent(picture, Math.toIntExact(from), Math.toIntExact(from + length)));
  }

  private long number(int size) {
    long number =
        switch (size) {
          case 0 -> 0;
          case 2 -> file.getChar(at);
          case 4 -> Integer.toUnsignedLong(file.getInt(at));
          case 8 -> file.getLong(at);
          default -> throw new IndexOutOfBoundsException("a number of " + size + " bytes");
        };
    at += size;
    return number;
  }
}
