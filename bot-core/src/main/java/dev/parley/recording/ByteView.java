package dev.parley.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Numbers and names in the bytes of a file. What is beyond its end reads as zeros, so a file that
/// breaks off is read like any other.
final class ByteView {
  private final ByteBuffer bytes;

  ByteView(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  int size() {
    return bytes.limit();
  }

  int u8(long at) {
    return at >= 0 && at < bytes.limit() ? bytes.get((int) at) & 0xFF : 0;
  }

  int u16(long at) {
    return u8(at) << 8 | u8(at + 1);
  }

  int u24(long at) {
    return u16(at) << 8 | u8(at + 2);
  }

  long u32(long at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /// A number of eight bytes; one that is too large for a `long` is negative.
  long u64(long at) {
    return u32(at) << 32 | u32(at + 4);
  }

  int u16Little(long at) {
    return u8(at) | u8(at + 1) << 8;
  }

  long u32Little(long at) {
    return u16Little(at) | (long) u16Little(at + 2) << 16;
  }

  long u64Little(long at) {
    return u32Little(at) | u32Little(at + 4) << 32;
  }

  /// Whether these Latin characters stand there.
  boolean says(long at, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1);
    if (at < 0 || at + wanted.length > bytes.limit()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes.get((int) at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
