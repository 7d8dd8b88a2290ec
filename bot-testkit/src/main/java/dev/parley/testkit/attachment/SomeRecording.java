package dev.parley.testkit.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Recordings of silence.
public final class SomeRecording {
  private static final int HEADER = 44;
  private static final int SAMPLES_PER_SECOND = 8_000;

  private SomeRecording() {}

  /// A WAV file of so many bytes, at 8,000 bytes for each second.
  public static byte[] wav(int size) {
    int samples = size - HEADER;
    return ByteBuffer.allocate(size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(size - 8)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(SAMPLES_PER_SECOND)
        .putInt(SAMPLES_PER_SECOND)
        .putShort((short) 1)
        .putShort((short) 8)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(samples)
        .array();
  }
}
