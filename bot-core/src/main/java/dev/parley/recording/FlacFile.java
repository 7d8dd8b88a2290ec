package dev.parley.recording;

import java.util.Optional;

/// FLAC: its first block tells the rate and the number of samples.
final class FlacFile {
  private static final int MARK = 4;

  private FlacFile() {}

  static Optional<Recording> read(ByteView file) {
    return file.says(0, "fLaC")
        ? Recording.sound("audio/flac", seconds(file, MARK))
        : Optional.empty();
  }

  private static double seconds(ByteView file, long block) {
    int rate = rate(file, block);
    long samples = (file.u8(block + 17) & 0x0FL) << 32 | file.u32(block + 18);
    return rate > 0 ? (double) samples / rate : 0;
  }

  /// Samples in a second.
  ///
  /// @param block where the header of the first block is
  static int rate(ByteView file, long block) {
    return file.u24(block + 14) >> 4;
  }
}
