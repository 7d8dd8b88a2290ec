package dev.parley.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The id of a document within its tenant: short enough to be typed, and the same whenever the same
/// origin is added again.
public record DocumentId(String value) implements Comparable<DocumentId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{10}");
  private static final int BYTES = 5;

  public DocumentId {
    if (!isId(value)) {
      throw new IllegalArgumentException("a document's id has ten of 0-9 and a-f");
    }
  }

  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  /// The id of the document that is from there.
  public static DocumentId of(Origin origin) {
    byte[] name = (origin.kind() + " " + origin.key()).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
      return new DocumentId(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  @Override
  public int compareTo(DocumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
