package dev.parley.testkit.slack;

/// A file that somebody sends.
public final class SharedFile {
  private final String name;
  private final String mimeType;
  private final byte[] content;

  public SharedFile(String name, String mimeType, byte[] content) {
    this.name = name;
    this.mimeType = mimeType;
    this.content = content.clone();
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
}
