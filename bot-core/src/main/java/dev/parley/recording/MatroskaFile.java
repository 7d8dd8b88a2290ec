package dev.parley.recording;

import java.util.Optional;

/// WebM: elements with an identifier and a size. Browsers that record it tell no duration, so the
/// times of all blocks are read; and their clusters have no size, so their elements are read one
/// after the other, whatever they are in.
final class MatroskaFile {
  private static final long EBML = 0x1A45DFA3;
  private static final int DOC_TYPE = 0x4282;
  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549A966;
  private static final int SCALE = 0x2AD7B1;
  private static final int DURATION = 0x4489;
  private static final int TRACKS = 0x1654AE6B;
  private static final int TRACK = 0xAE;
  private static final int TRACK_TYPE = 0x83;
  private static final int CLUSTER = 0x1F43B675;
  private static final int CLUSTER_TIME = 0xE7;
  private static final int SIMPLE_BLOCK = 0xA3;
  private static final int BLOCK_GROUP = 0xA0;
  private static final int BLOCK = 0xA1;

  private static final int VIDEO = 1;
  private static final double NANOSECONDS = 1e9;

  private final ByteView file;
  private boolean webm;
  private boolean video;
  private boolean tracks;
  private long scale = 1_000_000;
  private double duration;
  private long cluster;
  private long last;

  private MatroskaFile(ByteView file) {
    this.file = file;
  }

  static Optional<Recording> read(ByteView file) {
    return file.u32(0) == EBML ? new MatroskaFile(file).recording() : Optional.empty();
  }

  private Optional<Recording> recording() {
    long at = 0;
    while (at < file.size()) {
      int idLength = length(at);
      int id = (int) number(at, idLength, false);
      long sizeAt = at + idLength;
      int sizeLength = length(sizeAt);
      long content = sizeAt + sizeLength;
      long size = number(sizeAt, sizeLength, true);
      at = isEntered(id) ? content : content + Math.min(size, file.size());
      element(id, content, size);
    }
    double seconds = Math.max(duration, (double) last) * scale / NANOSECONDS;
    if (!webm || !tracks) {
      return Optional.empty();
    }
    return video ? Recording.video("video/webm", seconds) : Recording.sound("audio/webm", seconds);
  }

  private static boolean isEntered(int id) {
    return switch (id) {
      case (int) EBML, SEGMENT, INFO, TRACKS, TRACK, CLUSTER, BLOCK_GROUP -> true;
      default -> false;
    };
  }

  private void element(int id, long content, long size) {
    switch (id) {
      case DOC_TYPE -> webm = file.says(content, "webm") || file.says(content, "matroska");
      case SCALE -> scale = Math.max(1, whole(content, size));
      case DURATION ->
          duration =
              size == 4
                  ? Float.intBitsToFloat((int) file.u32(content))
                  : Double.longBitsToDouble(file.u64(content));
      case TRACK -> tracks = true;
      case TRACK_TYPE -> video |= file.u8(content) == VIDEO;
      case CLUSTER_TIME -> cluster = whole(content, size);
      case SIMPLE_BLOCK, BLOCK -> {
        short time = (short) file.u16(content + length(content));
        last = Math.max(last, cluster + time);
      }
      default -> {}
    }
  }

  /// The bytes of a number: one more than the zeros it begins with.
  private int length(long at) {
    return Math.min(8, Integer.numberOfLeadingZeros(file.u8(at)) - 24 + 1);
  }

  private long number(long at, int length, boolean withoutMark) {
    long value = whole(at, length);
    return withoutMark ? value & ((1L << (7 * length)) - 1) : value;
  }

  private long whole(long at, long length) {
    long value = 0;
    for (long i = 0; i < Math.min(length, 8); i++) {
      value = value << 8 | file.u8(at + i);
    }
    return value;
  }
}
