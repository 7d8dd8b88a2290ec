package dev.parley.recording;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes of a made recording, put one after the other.
final class Bits {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static Bits bits() {
    return new Bits();
  }

  Bits name(String name) {
    bytes.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Bits u8(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  Bits u16(int value) {
    return u8(value >> 8, value);
  }

  Bits u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  Bits little16(int value) {
    return u8(value, value >> 8);
  }

  Bits little32(long value) {
    return little16((int) value).little16((int) (value >> 16));
  }

  Bits zeros(int count) {
    bytes.writeBytes(new byte[count]);
    return this;
  }

  Bits all(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /// An MP4 box.
  Bits box(String name, Bits content) {
    byte[] inner = content.bytes();
    return u32(inner.length + 8L).name(name).all(inner);
  }

  /// A RIFF chunk.
  Bits chunk(String name, Bits content) {
    byte[] inner = content.bytes();
    return name(name).little32(inner.length).all(inner);
  }

  /// A WebM element with a size of one byte.
  Bits element(long id, Bits content) {
    byte[] inner = content.bytes();
    return id(id).u8(0x80 | inner.length).all(inner);
  }

  /// A WebM element that has no size.
  Bits openElement(long id) {
    return id(id).u8(0x01).u8(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
  }

  private Bits id(long id) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      if (id >> shift > 0) {
        u8((int) (id >> shift));
      }
    }
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
