package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Unpacks the parts of a document once, only to see how much they are: what a ZIP file says of its
/// sizes need not be true.
final class UnpackedSize {
  private static final int MOST_PARTS = 10_000;
  private static final long MOST_BYTES = 200L << 20;

  /// Tables that repeat themselves shrink to a hundredth; bombs to a thousandth.
  private static final long MOST_RATIO = 300;

  /// Below this, a part may shrink as much as it likes.
  private static final long HARMLESS = 4L << 20;

  private final byte[] buffer = new byte[64 << 10];
  private long bytes;

  private UnpackedSize() {}

  /// @throws UnreadableException where the document unpacks to more than a document does
  static void check(byte[] document) throws IOException, UnreadableException {
    try (ZipFile zip = open(document)) {
      new UnpackedSize().checkParts(zip);
    }
  }

  /// A document as a ZIP file, in memory.
  static ZipFile open(byte[] document) throws IOException {
    return ZipFile.builder()
        .setSeekableByteChannel(new SeekableInMemoryByteChannel(document))
        .get();
  }

  private void checkParts(ZipFile zip) throws IOException, UnreadableException {
    int parts = 0;
    Enumeration<ZipArchiveEntry> entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (++parts > MOST_PARTS) {
        throw new UnreadableException(Obstacle.INFLATED);
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new UnreadableException(Obstacle.PROTECTED);
      }
      checkPart(zip, entry);
    }
  }

  private void checkPart(ZipFile zip, ZipArchiveEntry entry)
      throws IOException, UnreadableException {
    long most = Math.max(HARMLESS, entry.getCompressedSize() * MOST_RATIO);
    long unpacked = 0;
    try (InputStream part = zip.getInputStream(entry)) {
      for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
        unpacked += read;
        bytes += read;
        if (unpacked > most || bytes > MOST_BYTES) {
          throw new UnreadableException(Obstacle.INFLATED);
        }
      }
    }
  }
}
