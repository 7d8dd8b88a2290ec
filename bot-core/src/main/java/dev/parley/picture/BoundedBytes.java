package dev.parley.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Takes bytes up to a number; whoever writes more is told so.
final class BoundedBytes extends OutputStream {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;
  private boolean full;

  BoundedBytes(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] some, int offset, int length) throws IOException {
    if (length > most - bytes.size()) {
      full = true;
      throw new IOException("more than " + most + " bytes");
    }
    bytes.write(some, offset, length);
  }

  boolean isFull() {
    return full;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
