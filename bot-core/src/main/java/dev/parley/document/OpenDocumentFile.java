package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The parts of an OpenDocument file, of which only the content is opened.
final class OpenDocumentFile implements AutoCloseable {
  private final ZipFile parts;

  OpenDocumentFile(byte[] bytes) throws IOException {
    this.parts = UnpackedSize.open(bytes);
  }

  /// @throws UnreadableException where it needs a password, or is not there
  InputStream content() throws IOException, UnreadableException {
    ZipArchiveEntry content = parts.getEntry("content.xml");
    if (isEncrypted()) {
      throw new UnreadableException(Obstacle.PROTECTED);
    }
    if (content == null) {
      throw new UnreadableException(Obstacle.DAMAGED);
    }
    return parts.getInputStream(content);
  }

  /// The list of parts tells how each is encrypted; newer programs make one encrypted part of all.
  private boolean isEncrypted() throws IOException {
    ZipArchiveEntry list = parts.getEntry("META-INF/manifest.xml");
    if (list == null) {
      return false;
    }
    try (InputStream in = parts.getInputStream(list)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("encryption-data");
    }
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
