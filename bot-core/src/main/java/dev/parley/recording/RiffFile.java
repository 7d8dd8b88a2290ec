package dev.parley.recording;

import java.util.Optional;

/// WAV and AVI: chunks with a name of four letters and a size.
final class RiffFile {
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final double MICROSECONDS = 1e6;

  private RiffFile() {}

  static Optional<Recording> read(ByteView file) {
    if (!file.says(0, "RIFF")) {
      return Optional.empty();
    }
    if (file.says(CHUNK, "WAVE")) {
      return Recording.sound("audio/wav", wave(file));
    }
    return file.says(CHUNK, "AVI ") ? Recording.video("video/avi", video(file)) : Optional.empty();
  }

  private static double wave(ByteView file) {
    long bytesPerSecond = 0;
    for (long at = HEADER; at + CHUNK <= file.size(); at = next(file, at)) {
      long content = at + CHUNK;
      if (file.says(at, "fmt ")) {
        bytesPerSecond = bytesPerSecond(file, content);
      } else if (file.says(at, "data") && bytesPerSecond > 0) {
        // a recorder that could not know the size leaves it at 0 or at its most
        long told = file.u32Little(at + 4);
        long there = file.size() - content;
        return (double) (told == 0 ? there : Math.min(told, there)) / bytesPerSecond;
      }
    }
    return 0;
  }

  private static long bytesPerSecond(ByteView file, long format) {
    int coding = file.u16Little(format);
    long bitsPerSecond =
        file.u16Little(format + 2) * file.u32Little(format + 4) * file.u16Little(format + 14);
    return coding == PCM || coding == FLOAT || coding == EXTENSIBLE
        ? bitsPerSecond / 8
        : file.u32Little(format + 8);
  }

  /// The longest of what the file's header and each of its streams say.
  private static double video(ByteView file) {
    double longest = 0;
    for (long at = HEADER; at + CHUNK <= file.size(); ) {
      long content = at + CHUNK;
      if (file.says(at, "avih")) {
        double frame = file.u32Little(content) / MICROSECONDS;
        longest = Math.max(longest, frame * file.u32Little(content + 16));
      } else if (file.says(at, "strh") && file.u32Little(content + 24) > 0) {
        double unit = (double) file.u32Little(content + 20) / file.u32Little(content + 24);
        longest = Math.max(longest, unit * file.u32Little(content + 32));
      }
      boolean headers = file.says(at, "LIST") && !file.says(content, "movi");
      at = headers ? content + 4 : next(file, at);
    }
    return longest;
  }

  private static long next(ByteView file, long chunk) {
    long size = file.u32Little(chunk + 4);
    return chunk + CHUNK + size + size % 2;
  }
}
