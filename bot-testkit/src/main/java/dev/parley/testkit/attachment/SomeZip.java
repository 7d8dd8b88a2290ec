package dev.parley.testkit.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP file, made part by part.
public final class SomeZip {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  /// Adds a text.
  public SomeZip with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds bytes.
  public SomeZip with(String name, byte[] part) {
    return with(new ZipEntry(name), part);
  }

  /// Adds a text that is not packed, so that it can be read in the file's own bytes.
  public SomeZip withPlain(String name, String text) {
    byte[] part = text.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(part);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(part.length);
    entry.setCrc(sum.getValue());
    return with(entry, part);
  }

  private SomeZip with(ZipEntry entry, byte[] part) {
    try {
      zip.putNextEntry(entry);
      zip.write(part);
      zip.closeEntry();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The file.
  public byte[] bytes() {
    try {
      zip.close();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
