package dev.parley.recording;

import java.util.Optional;

/// AIFF and AIFF-C: chunks as in a WAV file, in the other order of bytes.
final class AiffFile {
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int EXPONENT_OF_ONE = 16_383;
  private static final int FRACTION_BITS = 31;

  private AiffFile() {}

  static Optional<Recording> read(ByteView file) {
    boolean aiff = file.says(0, "FORM") && (file.says(8, "AIFF") || file.says(8, "AIFC"));
    return aiff ? Recording.sound("audio/aiff", seconds(file)) : Optional.empty();
  }

  private static double seconds(ByteView file) {
    for (long at = HEADER; at + CHUNK <= file.size(); ) {
      if (file.says(at, "COMM")) {
        double perSecond = rate(file, at + CHUNK + 8);
        return perSecond > 0 ? file.u32(at + CHUNK + 2) / perSecond : 0;
      }
      long size = file.u32(at + 4);
      at += CHUNK + size + size % 2;
    }
    return 0;
  }

  /// A number of 80 bits: an exponent, and a fraction whose first half is enough.
  private static double rate(ByteView file, long at) {
    int exponent = (file.u16(at) & 0x7FFF) - EXPONENT_OF_ONE - FRACTION_BITS;
    return Math.scalb((double) file.u32(at + 2), exponent);
  }
}
