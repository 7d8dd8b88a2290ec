package dev.parley.recording;

import static dev.parley.recording.Bits.bits;

/// Containers that hold sound, video or both.
final class MovieSamples {
  private static final int SCALE = 600;

  private MovieSamples() {}

  static byte[] movie(String brand, String handler, int seconds) {
    return movie(brand, handler, seconds, seconds);
  }

  /// Says that it lasts a second, and has more samples.
  static byte[] lying(int seconds) {
    return movie("isom", "vide", 1, seconds);
  }

  private static byte[] movie(String brand, String handler, int told, int real) {
    Bits samples = bits().u32(0).u32(1).u32(real).u32(SCALE);
    return bits()
        .box("ftyp", bits().name(brand).zeros(4))
        .box(
            "moov",
            bits()
                .box("mvhd", times(told * SCALE))
                .box("trak", track(handler, told * SCALE, bits().box("stts", samples))))
        .box("mdat", bits().zeros(100))
        .bytes();
  }

  private static Bits times(long units) {
    return bits().zeros(12).u32(SCALE).u32(units).zeros(80);
  }

  private static Bits track(String handler, long units, Bits tables) {
    return bits()
        .box("tkhd", bits().zeros(12).u32(1).zeros(68))
        .box(
            "mdia",
            bits()
                .box("mdhd", times(units))
                .box("hdlr", bits().zeros(8).name(handler).zeros(12))
                .box("minf", bits().box("stbl", tables)));
  }

  /// Two fragments, of which the second begins after four seconds and has two samples.
  static byte[] fragments() {
    Bits usual = bits().u32(0).u32(1).u32(1).u32(SCALE).zeros(8);
    return bits()
        .box("ftyp", bits().name("iso5").zeros(4))
        .box(
            "moov",
            bits()
                .box("mvhd", times(0))
                .box("trak", track("soun", 0, bits()))
                .box("mvex", bits().box("trex", usual)))
        .box("moof", fragment(0, 4))
        .box("moof", fragment(4 * SCALE, 2))
        .bytes();
  }

  private static Bits fragment(long begin, int count) {
    return bits()
        .box(
            "traf",
            bits()
                .box("tfhd", bits().u32(0x20000).u32(1))
                .box("tfdt", bits().u32(0).u32(begin))
                .box("trun", bits().u32(1).u32(count).u32(0)));
  }

  /// As browsers record it: nothing has a size, and nobody tells how long it lasts.
  ///
  /// @param track 1 for video, 2 for sound
  static byte[] webm(int track) {
    Bits last = bits().u8(0x81).u16(500).u8(0).zeros(20);
    return bits()
        .element(0x1A45DFA3L, bits().element(0x4282, bits().name("webm")))
        .openElement(0x18538067L)
        .element(0x1549A966L, bits().element(0x2AD7B1, bits().u8(0x0F, 0x42, 0x40)))
        .element(0x1654AE6BL, bits().element(0xAE, bits().element(0x83, bits().u8(track))))
        .openElement(0x1F43B675L)
        .element(0xE7, bits().u16(10_000))
        .element(0xA3, last)
        .bytes();
  }

  static byte[] avi() {
    Bits header = bits().little32(40_000).zeros(12).little32(200).zeros(36);
    return bits()
        .name("RIFF")
        .little32(0)
        .name("AVI ")
        .chunk("LIST", bits().name("hdrl").chunk("avih", header))
        .chunk("LIST", bits().name("movi").zeros(64))
        .bytes();
  }

  /// Two packs of MPEG-2, ten seconds apart.
  static byte[] mpeg() {
    return bits().all(pack(0)).zeros(50).all(pack(900_000)).zeros(50).bytes();
  }

  private static byte[] pack(long clock) {
    long bits =
        1L << 46
            | (clock >> 30 & 7) << 43
            | 1L << 42
            | (clock >> 15 & 0x7FFF) << 27
            | 1L << 26
            | (clock & 0x7FFF) << 11
            | 1L << 10;
    return bits().u32(0x1BA).u16((int) (bits >> 32)).u32(bits).zeros(4).bytes();
  }
}
