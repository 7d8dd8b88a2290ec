package dev.parley.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of a file, which nobody changes any more.
public final class AttachmentContent {
  private final byte[] bytes;

  private AttachmentContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The content that these bytes are.
  ///
  /// @param bytes that are not changed from now on
  public static AttachmentContent of(byte[] bytes) {
    return new AttachmentContent(bytes);
  }

  /// The bytes themselves, not a copy.
  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return bytes.length;
  }

  /// In lower-case hexadecimal digits.
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttachmentContent content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
