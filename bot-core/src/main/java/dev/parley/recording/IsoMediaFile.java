package dev.parley.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// MP4, M4A, QuickTime and 3GPP: boxes with a size and a name. How long it lasts is the longest of
/// what is said of the whole, of each track's samples, and of fragments.
final class IsoMediaFile {
  private static final Set<String> ENTERED =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "mvex", "moof", "traf");
  private static final int HEADER = 8;
  private static final int LONG_HEADER = 16;

  private final ByteView file;
  private final Map<Long, Long> scales = new HashMap<>();
  private final Map<Long, Long> usualDurations = new HashMap<>();
  private boolean tracks;
  private boolean video;
  private double seconds;
  private long wholeScale;
  private long track;
  private long scale;
  private long sampleDuration;
  private long decodedUntil;

  private IsoMediaFile(ByteView file) {
    this.file = file;
  }

  static Optional<Recording> read(ByteView file) {
    boolean begins = file.says(4, "ftyp") || file.says(4, "moov") || file.says(4, "wide");
    return begins ? new IsoMediaFile(file).recording() : Optional.empty();
  }

  private Optional<Recording> recording() {
    for (long at = 0; at + HEADER <= file.size(); ) {
      long told = file.u32(at);
      int header = told == 1 ? LONG_HEADER : HEADER;
      long size = told == 1 ? file.u64(at + HEADER) : told == 0 ? file.size() - at : told;
      String name = name(at + 4);
      box(name, at + header, size - header);
      long skipped = ENTERED.contains(name) ? header : Math.max(header, size);
      at += Math.min(skipped, file.size());
    }
    if (!tracks) {
      return Optional.empty();
    }
    return video ? Recording.video(videoType(), seconds) : Recording.sound("audio/mp4", seconds);
  }

  private String name(long at) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      name.append((char) file.u8(at + i));
    }
    return name.toString();
  }

  private String videoType() {
    if (!file.says(4, "ftyp") || file.says(HEADER, "qt  ")) {
      return "video/mov";
    }
    return file.says(HEADER, "3g") ? "video/3gpp" : "video/mp4";
  }

  private void box(String name, long at, long size) {
    boolean wide = file.u8(at) == 1;
    switch (name) {
      case "mvhd" -> {
        wholeScale = file.u32(at + (wide ? 20 : 12));
        lasts(duration(at, wide), wholeScale);
      }
      case "mehd" -> lasts(wide ? file.u64(at + 4) : file.u32(at + 4), wholeScale);
      case "tkhd" -> track = file.u32(at + (wide ? 20 : 12));
      case "mdhd" -> {
        scale = file.u32(at + (wide ? 20 : 12));
        scales.put(track, scale);
        lasts(duration(at, wide), scale);
      }
      case "hdlr" -> handler(at + 8);
      case "stts" -> samples(at, size);
      case "trex" -> usualDurations.put(file.u32(at + 4), file.u32(at + 12));
      case "tfhd" -> fragment(at);
      case "tfdt" -> decodedUntil = wide ? file.u64(at + 4) : file.u32(at + 4);
      case "trun" -> run(at, size);
      default -> {}
    }
  }

  private long duration(long at, boolean wide) {
    long told = wide ? file.u64(at + 24) : file.u32(at + 16);
    return told == 0xFFFFFFFFL ? 0 : told;
  }

  private void lasts(long units, long perSecond) {
    if (perSecond > 0) {
      seconds = Math.max(seconds, (double) units / perSecond);
    }
  }

  private void handler(long at) {
    video |= file.says(at, "vide");
    tracks |= file.says(at, "vide") || file.says(at, "soun");
  }

  private void samples(long at, long size) {
    long entries = Math.min(file.u32(at + 4), Math.min(size, file.size()) / 8);
    long units = 0;
    for (long i = 0; i < entries; i++) {
      units += file.u32(at + 8 + 8 * i) * file.u32(at + 12 + 8 * i);
    }
    lasts(units, scale);
  }

  private void fragment(long at) {
    int flags = file.u24(at + 1);
    track = file.u32(at + 4);
    int before = ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
    sampleDuration =
        (flags & 8) != 0 ? file.u32(at + 8 + before) : usualDurations.getOrDefault(track, 0L);
  }

  private void run(long at, long size) {
    int flags = file.u24(at + 1);
    long count = file.u32(at + 4);
    if ((flags & 0x100) == 0) {
      decodedUntil += count * sampleDuration;
    } else {
      int entry = 4 * Integer.bitCount(flags & 0xF00);
      long first = at + 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
      long entries = Math.min(count, Math.min(size, file.size()) / entry);
      for (long i = 0; i < entries; i++) {
        decodedUntil += file.u32(first + entry * i);
      }
    }
    lasts(decodedUntil, scales.getOrDefault(track, 0L));
  }
}
