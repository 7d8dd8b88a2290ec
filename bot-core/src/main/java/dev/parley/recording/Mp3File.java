package dev.parley.recording;

import java.util.Optional;

/// MP3, and layers I and II: frames one after the other, behind the tags that players show. All
/// frames are counted, since their rates may change.
final class Mp3File {
  private static final int[] MPEG1_LAYER3 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] MPEG1_LAYER2 = {
    0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384
  };
  private static final int[] MPEG1_LAYER1 = {
    0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448
  };
  private static final int[] MPEG2_LAYER1 = {
    0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256
  };
  private static final int[] MPEG2_LAYERS_2_3 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int TAG = 10;

  private Mp3File() {}

  static Optional<Recording> read(ByteView file) {
    long first = behindTags(file);
    Optional<Frame> frame = frame(file, first);
    boolean two = frame.isPresent() && frame(file, first + frame.get().bytes).isPresent();
    return first > 0 || two ? Recording.sound("audio/mp3", seconds(file, first)) : Optional.empty();
  }

  /// The sizes of tags have seven bits in each byte.
  private static long behindTags(ByteView file) {
    long at = 0;
    while (file.says(at, "ID3")) {
      long size =
          (long) file.u8(at + 6) << 21
              | file.u8(at + 7) << 14
              | file.u8(at + 8) << 7
              | file.u8(at + 9);
      at += TAG + size;
    }
    return at;
  }

  private static double seconds(ByteView file, long first) {
    double seconds = 0;
    for (long at = first; at + 4 <= file.size(); ) {
      Optional<Frame> frame = frame(file, at);
      seconds += frame.map(Frame::seconds).orElse(0.0);
      at += frame.map(Frame::bytes).orElse(1);
    }
    return seconds;
  }

  private record Frame(int bytes, double seconds) {}

  private static Optional<Frame> frame(ByteView file, long at) {
    int head = (int) file.u32(at);
    int version = head >> 19 & 3;
    int layer = 4 - (head >> 17 & 3);
    int bitrate = head >> 12 & 15;
    int rate = head >> 10 & 3;
    if (head >>> 21 != 0x7FF || version == 1 || layer == 4 || bitrate % 15 == 0 || rate == 3) {
      return Optional.empty();
    }
    boolean first = version == 3;
    int perSecond = RATES[rate] / (first ? 1 : version == 2 ? 2 : 4);
    int samples = layer == 1 ? 384 : layer == 3 && !first ? 576 : 1_152;
    int kilobits = kilobits(first, layer)[bitrate];
    int unit = layer == 1 ? 4 : 1;
    int padding = head >> 9 & 1;
    int bytes = (samples / 8 / unit * kilobits * 1_000 / perSecond + padding) * unit;
    return Optional.of(new Frame(bytes, (double) samples / perSecond));
  }

  private static int[] kilobits(boolean first, int layer) {
    if (!first) {
      return layer == 1 ? MPEG2_LAYER1 : MPEG2_LAYERS_2_3;
    }
    return layer == 1 ? MPEG1_LAYER1 : layer == 2 ? MPEG1_LAYER2 : MPEG1_LAYER3;
  }
}
