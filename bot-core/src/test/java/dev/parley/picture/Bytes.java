package dev.parley.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Puts together the files of pictures piece by piece, also those that no program would write.
final class Bytes {
  private static final int PNG_BODY = 33;

  private Bytes() {}

  static byte[] of(Object... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object part : parts) {
      byte[] some =
          switch (part) {
            case byte[] plain -> plain;
            case String text -> text.getBytes(ISO_8859_1);
            case Integer four -> ByteBuffer.allocate(4).putInt(four).array();
            case Short two -> ByteBuffer.allocate(2).putShort(two).array();
            case Byte one -> new byte[] {one};
            default -> throw new IllegalArgumentException("what is " + part);
          };
      bytes.writeBytes(some);
    }
    return bytes.toByteArray();
  }

  static Short two(int number) {
    return (short) number;
  }

  static byte[] little(int number, int size) {
    byte[] four = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
    return Arrays.copyOf(four, size);
  }

  static byte[] chunk(String type, Object... parts) {
    byte[] content = of(parts);
    byte[] named = of(type, content);
    CRC32 crc = new CRC32();
    crc.update(named);
    return of(content.length, named, (int) crc.getValue());
  }

  /// A PNG with more chunks before its pixels.
  static byte[] withChunks(byte[] png, byte[]... chunks) {
    byte[] start = Arrays.copyOf(png, PNG_BODY);
    byte[] rest = Arrays.copyOfRange(png, PNG_BODY, png.length);
    return of(start, of((Object[]) chunks), rest);
  }

  /// A PNG whose rows hold nothing but zeros.
  static byte[] blankPng(int width, int height, int depth, int colours) {
    int samples = colours == 6 ? 4 : colours == 2 ? 3 : 1;
    int row = 1 + Math.toIntExact(((long) width * samples * depth + 7) / 8);
    return of(
        "\u0089PNG\r\n\u001a\n",
        header(width, height, depth, colours),
        chunk("IDAT", zeros((long) row * height)),
        chunk("IEND"));
  }

  /// A PNG that tells a size, and has no row of it.
  static byte[] emptyPng(int width, int height) {
    return of(
        "\u0089PNG\r\n\u001a\n",
        header(width, height, 8, 6),
        chunk("IDAT", zeros(10)),
        chunk("IEND"));
  }

  private static byte[] header(int width, int height, int depth, int colours) {
    return chunk("IHDR", width, height, (byte) depth, (byte) colours, (byte) 0, two(0));
  }

  /// Zeros as they are packed: a thousandth of them.
  static byte[] zeros(long count) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      for (long left = count; left > 0; left -= some.length) {
        out.write(some, 0, (int) Math.min(left, some.length));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /// What a camera writes: how it was held, its maker, and where it was.
  static byte[] exif(int orientation) {
    return of(
        "MM",
        two(42),
        8,
        two(3),
        two(0x010F),
        two(2),
        5,
        50,
        two(0x0112),
        two(3),
        1,
        two(orientation),
        two(0),
        two(0x8825),
        two(4),
        1,
        56,
        0,
        "Cam\0\0\0",
        two(1),
        two(1),
        two(2),
        2,
        "N\0\0\0",
        0,
        "GPS-LATITUDE-47.3769");
  }

  static byte[] segment(int marker, Object... parts) {
    byte[] content = of(parts);
    return of((byte) 0xFF, (byte) marker, two(content.length + 2), content);
  }

  /// A JPEG with more segments at its beginning.
  static byte[] withSegments(byte[] jpeg, byte[]... segments) {
    byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
    return of((byte) 0xFF, (byte) 0xD8, of((Object[]) segments), rest);
  }

  static byte[] riff(byte[]... chunks) {
    byte[] content = of("WEBP", of((Object[]) chunks));
    return of("RIFF", little(content.length, 4), content);
  }

  static byte[] riffChunk(String name, Object... parts) {
    byte[] content = of(parts);
    return of(name, little(content.length, 4), content, new byte[content.length & 1]);
  }

  static byte[] box(String type, Object... parts) {
    byte[] content = of(parts);
    return of(content.length + 8, type, content);
  }

  /// Where these bytes are in those; -1 if nowhere.
  static int find(byte[] all, String some) {
    return new String(all, ISO_8859_1).indexOf(some);
  }
}
