package dev.parley.recording;

import java.util.Optional;

/// MPEG video, mostly in packs, each of which tells its time.
final class MpegStream {
  private static final long PACK = 0x1BA;
  private static final long SEQUENCE = 0x1B3;
  private static final double TICKS = 90_000;

  private MpegStream() {}

  static Optional<Recording> read(ByteView file) {
    long mark = file.u32(0);
    return mark == PACK || mark == SEQUENCE
        ? Recording.video("video/mpeg", seconds(file))
        : Optional.empty();
  }

  private static double seconds(ByteView file) {
    long first = Long.MAX_VALUE;
    long last = 0;
    for (int at = 0; at + 12 <= file.size(); at++) {
      if (file.u8(at) == 0 && file.u32(at) == PACK) {
        long clock = clock(file, at + 4);
        first = Math.min(first, clock);
        last = Math.max(last, clock);
      }
    }
    return last > first ? (last - first) / TICKS : 0;
  }

  /// Both kinds of packs have 33 bits with marks between them, MPEG-2's two bits before MPEG-1's.
  private static long clock(ByteView file, long at) {
    long bits = file.u32(at) << 8 | file.u8(at + 4);
    boolean second = file.u8(at) >> 6 == 1;
    return second
        ? (bits >> 35 & 7) << 30 | (bits >> 19 & 0x7FFF) << 15 | (bits >> 3 & 0x7FFF)
        : (bits >> 33 & 7) << 30 | (bits >> 17 & 0x7FFF) << 15 | (bits >> 1 & 0x7FFF);
  }
}
