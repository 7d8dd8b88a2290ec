package dev.parley.testkit.slack;

/// A file that a person sends.
public record SharedFile(String name, String mimeType, byte[] content) {
  public SharedFile {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}
