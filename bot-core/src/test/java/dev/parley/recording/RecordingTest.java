package dev.parley.recording;

import static dev.parley.recording.Bits.bits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A recording")
class RecordingTest {
  static Stream<Arguments> recordings() throws IOException {
    return Stream.of(
        arguments("WAV", written(AudioFileFormat.Type.WAVE), "audio/wav", 3),
        arguments("AIFF", written(AudioFileFormat.Type.AIFF), "audio/aiff", 3),
        arguments("WAV without a size", endlessWave(), "audio/wav", 2),
        arguments("FLAC", flac(), "audio/flac", 5),
        arguments("Ogg with Opus", opus(), "audio/ogg", 4),
        arguments("MP3", mp3(), "audio/mp3", 3),
        arguments("AAC", adts(), "audio/aac", 3),
        arguments("M4A", MovieSamples.movie("isom", "soun", 7), "audio/mp4", 7),
        arguments("MP4", MovieSamples.movie("isom", "vide", 7), "video/mp4", 7),
        arguments("QuickTime", MovieSamples.movie("qt  ", "vide", 7), "video/mov", 7),
        arguments("3GPP", MovieSamples.movie("3gp5", "vide", 7), "video/3gpp", 7),
        arguments("MP4 that lies", MovieSamples.lying(9), "video/mp4", 9),
        arguments("MP4 in fragments", MovieSamples.fragments(), "audio/mp4", 6),
        arguments("WebM of a browser", MovieSamples.webm(2), "audio/webm", 11),
        arguments("WebM with video", MovieSamples.webm(1), "video/webm", 11),
        arguments("AVI", MovieSamples.avi(), "video/avi", 8),
        arguments("MPEG", MovieSamples.mpeg(), "video/mpeg", 10));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  @DisplayName("is known by its content, with what there is to see and how long it lasts")
  void known(String name, byte[] bytes, String type, int seconds) {
    Recording.Kind kind = type.startsWith("audio") ? Recording.Kind.SOUND : Recording.Kind.VIDEO;

    assertThat(Recording.in(ByteBuffer.wrap(bytes))).contains(new Recording(kind, type, seconds));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  @DisplayName("that breaks off anywhere, or is changed, is read to its end")
  @Timeout(60)
  void broken(String name, byte[] bytes) {
    Random random = new Random(42);
    for (int i = 0; i < 200; i++) {
      byte[] changed = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      for (int change = 0; change < 4; change++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertThat(Recording.in(ByteBuffer.wrap(changed)).map(Recording::seconds).orElse(0))
          .isNotNegative();
    }
  }

  @Test
  @DisplayName("is not what only begins like one")
  void others() {
    byte[] text = "ftyping is not a film, and RIFFs are music".getBytes(StandardCharsets.UTF_8);
    byte[] picture = bits().box("ftyp", bits().name("heic")).bytes();
    byte[] film = bits().name("OggS").zeros(22).u8(1, 1, 0x80).name("theora").bytes();

    assertThat(Stream.of(text, picture, film, new byte[0], new byte[] {-1, -2, 'a', 0}))
        .allMatch(bytes -> Recording.in(ByteBuffer.wrap(bytes)).isEmpty());
  }

  /// Three seconds, but for a little.
  private static byte[] written(AudioFileFormat.Type type) throws IOException {
    AudioFormat format = new AudioFormat(8_000, 16, 1, true, type == AudioFileFormat.Type.AIFF);
    int samples = 23_500;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[samples * 2]), format, samples),
        type,
        out);
    return out.toByteArray();
  }

  private static byte[] endlessWave() {
    Bits format =
        bits().little16(1).little16(1).little32(8_000).little32(9).little16(2).little16(16);
    return bits()
        .name("RIFF")
        .little32(0xFFFFFFFFL)
        .name("WAVE")
        .chunk("fmt ", format)
        .name("data")
        .little32(0xFFFFFFFFL)
        .zeros(32_000)
        .bytes();
  }

  /// Rate, channels, bits and samples are in 64 bits.
  private static byte[] flac() {
    long packed = 48_000L << 44 | 15L << 36 | 240_000;
    return bits().name("fLaC").u32(34).zeros(10).u32(packed >> 32).u32(packed).zeros(16).bytes();
  }

  private static byte[] opus() {
    Bits first = bits().name("OggS").zeros(22).u8(1, 19).name("OpusHead").u8(1, 1);
    return first
        .little16(312)
        .little32(48_000)
        .zeros(3)
        .name("OggS")
        .u8(0, 4)
        .little32(4 * 48_000 + 312)
        .zeros(20)
        .bytes();
  }

  /// Frames of 417 bytes and 1,152 samples, behind a tag.
  private static byte[] mp3() {
    Bits frames = bits().name("ID3").u8(4, 0, 0, 0, 0, 0, 5).zeros(5);
    for (int i = 0; i < 3 * 44_100 / 1_152; i++) {
      frames.u32(0xFFFB9000L).zeros(413);
    }
    return frames.bytes();
  }

  private static byte[] adts() {
    Bits frames = bits();
    for (int i = 0; i < 3 * 44_100 / 1_024; i++) {
      frames.u8(0xFF, 0xF1, 0x50, 0x80, 0x02, 0x1F, 0xFC).zeros(9);
    }
    return frames.bytes();
  }
}
