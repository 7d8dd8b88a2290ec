package dev.parley.testkit.discord;

/// A file that somebody sends.
public final class SharedFile {
  private final String name;
  private final String mimeType;
  private final byte[] content;
  private final String description;

  public SharedFile(String name, String mimeType, byte[] content) {
    this(name, mimeType, content, "");
  }

  /// @param description what is said to those who cannot see it, empty if nothing
  public SharedFile(String name, String mimeType, byte[] content, String description) {
    this.name = name;
    this.mimeType = mimeType;
    this.content = content.clone();
    this.description = description;
  }

  public String name() {
    return name;
  }

  public String mimeType() {
    return mimeType;
  }

  public byte[] content() {
    return content.clone();
  }

  public String description() {
    return description;
  }
}
