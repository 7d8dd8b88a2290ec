package dev.parley.picture;

import dev.parley.picture.HeifItems.Extent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A HEIF file (ISO/IEC 23008-12), which Java cannot decode: its pictures stay as they are, and all
/// that is no part of them is overwritten in its place.
final class HeifFile {
  private static final Set<String> TOP = Set.of("ftyp", "meta", "mdat");

  /// What describes pictures: how they are decoded, put together and turned.
  private static final Set<String> DESCRIPTIONS =
      Set.of("hdlr", "dinf", "pitm", "iinf", "iref", "iprp", "iloc", "idat", "grpl");

  private final byte[] bytes;
  private final ByteBuffer file;
  private int width;
  private int height;

  HeifFile(byte[] bytes) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes);
  }

  /// With zeros in the place of Exif, XMP and whatever else is no picture; empty where it is not
  /// plain where that is.
  Optional<byte[]> stripped() {
    try {
      List<HeifBox> boxes = HeifBox.in(file, 0, bytes.length);
      byte[] clean = bytes.clone();
      for (HeifBox box : boxes) {
        if (box.is("moov")) {
          throw new IndexOutOfBoundsException("a film");
        }
        if (box.is("mdat") || !TOP.contains(box.type())) {
          blank(clean, box.from(), box.to());
        }
      }
      List<HeifBox> metas = boxes.stream().filter(box -> box.is("meta")).toList();
      if (metas.size() != 1) {
        throw new IndexOutOfBoundsException("no pictures, or several descriptions of them");
      }
      strip(clean, metas.getFirst());
      return Optional.of(clean);
    } catch (IndexOutOfBoundsException | ArithmeticException notPlain) {
      return Optional.empty();
    }
  }

  private static void blank(byte[] clean, int from, int to) {
    Arrays.fill(clean, from, to, (byte) 0);
  }

  private void strip(byte[] clean, HeifBox meta) {
    List<HeifBox> inner = HeifBox.in(file, meta.from() + 4, meta.to());
    for (HeifBox box : inner) {
      if (box.is("idat") || !DESCRIPTIONS.contains(box.type())) {
        blank(clean, box.from(), box.to());
      }
    }
    HeifItems items = items(inner);
    for (Extent extent : items.extents()) {
      if (extent.picture()) {
        System.arraycopy(bytes, extent.from(), clean, extent.from(), extent.to() - extent.from());
      }
    }
    for (Extent extent : items.extents()) {
      if (!extent.picture()) {
        blank(clean, extent.from(), extent.to());
      }
    }
    measure(only(inner, "iprp"));
  }

  private HeifItems items(List<HeifBox> inner) {
    int data =
        inner.stream().filter(box -> box.is("idat")).mapToInt(HeifBox::from).findFirst().orElse(0);
    HeifItems items = new HeifItems(file, data);
    items.readTypes(only(inner, "iinf"));
    items.readPlaces(only(inner, "iloc"));
    return items;
  }

  private static HeifBox only(List<HeifBox> boxes, String type) {
    List<HeifBox> found = boxes.stream().filter(box -> box.is(type)).toList();
    if (found.size() != 1) {
      throw new IndexOutOfBoundsException(found.size() + " boxes of " + type);
    }
    return found.getFirst();
  }

  /// The largest of its pictures; tiles and previews are smaller.
  private void measure(HeifBox properties) {
    HeifBox container = only(HeifBox.in(file, properties.from(), properties.to()), "ipco");
    for (HeifBox property : HeifBox.in(file, container.from(), container.to())) {
      if (property.is("ispe")) {
        width = Math.max(width, file.getInt(property.from() + 4));
        height = Math.max(height, file.getInt(property.from() + 8));
      }
    }
  }

  /// Known once it is stripped.
  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
