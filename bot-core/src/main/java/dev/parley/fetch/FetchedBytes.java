package dev.parley.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;

/// The bytes of an answer.
public final class FetchedBytes {
  private final byte[] bytes;

  public FetchedBytes(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  public String text(Charset charset) {
    return new String(bytes, charset);
  }
}
