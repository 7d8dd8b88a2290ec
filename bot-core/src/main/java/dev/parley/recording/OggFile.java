package dev.parley.recording;

import java.util.Optional;

/// Ogg with sound in it: each page tells how many samples are over at its end.
final class OggFile {
  private static final int OPUS_RATE = 48_000;
  private static final int SEGMENTS = 26;

  private OggFile() {}

  static Optional<Recording> read(ByteView file) {
    if (!file.says(0, "OggS")) {
      return Optional.empty();
    }
    long packet = SEGMENTS + 1L + file.u8(SEGMENTS);
    if (file.says(packet, "\u0080theora") || file.says(packet, "fishead")) {
      return Optional.empty();
    }
    double rate = rate(file, packet);
    int unheard = file.says(packet, "OpusHead") ? file.u16Little(packet + 10) : 0;
    return Recording.sound("audio/ogg", rate > 0 ? (samples(file) - unheard) / rate : 0);
  }

  private static double rate(ByteView file, long packet) {
    if (file.says(packet, "OpusHead")) {
      return OPUS_RATE;
    }
    if (file.says(packet, "\u0001vorbis")) {
      return file.u32Little(packet + 12);
    }
    if (file.says(packet, "\u007fFLAC")) {
      return FlacFile.rate(file, packet + 13);
    }
    return file.says(packet, "Speex   ") ? file.u32Little(packet + 36) : 0;
  }

  /// The most that any page tells, since the last one may be lost. A page on which no packet ends
  /// tells -1.
  private static long samples(ByteView file) {
    long most = 0;
    for (int at = 0; at + SEGMENTS < file.size(); at++) {
      if (file.u8(at) == 'O' && file.says(at, "OggS")) {
        most = Math.max(most, file.u64Little(at + 6));
      }
    }
    return most;
  }
}
