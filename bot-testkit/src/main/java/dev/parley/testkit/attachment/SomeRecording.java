package dev.parley.testkit.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// Recordings of silence and of darkness.
public final class SomeRecording {
  private static final int HEADER = 44;
  private static final int SAMPLES_PER_SECOND = 8_000;

  private SomeRecording() {}

  /// A WAV file of so many bytes, at 8,000 bytes for each second.
  public static byte[] wav(int size) {
    int samples = size - HEADER;
    return ByteBuffer.allocate(size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(size - 8)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(SAMPLES_PER_SECOND)
        .putInt(SAMPLES_PER_SECOND)
        .putShort((short) 1)
        .putShort((short) 8)
        .put(ascii("data"))
        .putInt(samples)
        .array();
  }

  /// An MP4 film as cameras write it: what tells about it comes behind so many bytes of frames.
  public static byte[] mp4(int frames, int seconds) {
    byte[] length = box("mvhd", ByteBuffer.allocate(100).putInt(12, 1).putInt(16, seconds).array());
    byte[] handler = box("hdlr", ByteBuffer.allocate(24).put(8, ascii("vide")).array());
    byte[] track = box("trak", box("mdia", handler));
    return joined(
        box("ftyp", ascii("isom\0\0\2\0isommp42")),
        box("mdat", new byte[frames]),
        box("moov", joined(length, track)));
  }

  private static byte[] box(String name, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(ascii(name))
        .put(content)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Stream.of(parts).mapToInt(part -> part.length).sum());
    Stream.of(parts).forEach(all::put);
    return all.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
