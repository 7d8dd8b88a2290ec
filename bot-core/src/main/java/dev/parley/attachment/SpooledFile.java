package dev.parley.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file on the disk for as long as it is looked at: it goes when it is closed, or with this
/// process.
///
/// @param complete whether it is the whole file: it ends where the limit was passed
record SpooledFile(FileChannel content, long size, String sha256, boolean complete)
    implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  /// Writes a file to the disk, up to a limit.
  static SpooledFile of(byte[] head, InputStream rest, long mostBytes) throws IOException {
    FileChannel content = unnamed();
    try {
      MessageDigest digest = digest();
      append(content, digest, head, head.length);
      byte[] buffer = new byte[BUFFER];
      long size = head.length;
      int read = rest.read(buffer);
      while (read >= 0 && size + read <= mostBytes) {
        append(content, digest, buffer, read);
        size += read;
        read = rest.read(buffer);
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      return new SpooledFile(content, size, hash, read < 0);
    } catch (IOException | RuntimeException broken) {
      content.close();
      throw broken;
    }
  }

  /// Its content, as if it were in memory.
  ByteBuffer mapped() throws IOException {
    return content.map(FileChannel.MapMode.READ_ONLY, 0, size);
  }

  private static FileChannel unnamed() throws IOException {
    Path path = Files.createTempFile("parley-", ".upload");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void append(FileChannel content, MessageDigest digest, byte[] bytes, int count)
      throws IOException {
    digest.update(bytes, 0, count);
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
    while (rest.hasRemaining()) {
      content.write(rest);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
