package dev.parley.recording;

import java.util.Optional;

/// AAC as a stream of frames (ADTS).
final class AdtsFile {
  private static final int[] RATES = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };
  private static final int HEADER = 7;
  private static final int SAMPLES = 1_024;

  private AdtsFile() {}

  static Optional<Recording> read(ByteView file) {
    int first = frame(file, 0);
    return first > 0 && (first == file.size() || frame(file, first) > 0)
        ? Recording.sound("audio/aac", seconds(file))
        : Optional.empty();
  }

  private static double seconds(ByteView file) {
    double seconds = 0;
    for (long at = 0; at + HEADER <= file.size(); ) {
      int size = frame(file, at);
      if (size > 0) {
        int blocks = 1 + (file.u8(at + 6) & 3);
        seconds += (double) SAMPLES * blocks / RATES[rate(file, at)];
      }
      at += Math.max(1, size);
    }
    return seconds;
  }

  /// The size of the frame that begins there; 0 where none does.
  private static int frame(ByteView file, long at) {
    boolean begins = (file.u16(at) & 0xFFF6) == 0xFFF0 && rate(file, at) < RATES.length;
    int size = (file.u24(at + 3) >> 5) & 0x1FFF;
    return begins && size >= HEADER ? size : 0;
  }

  private static int rate(ByteView file, long at) {
    return file.u8(at + 2) >> 2 & 15;
  }
}
