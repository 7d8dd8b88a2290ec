package dev.parley.attachment;

/// A file that was taken, as a conversation remembers it: without its bytes.
///
/// @param mediaType by its content
/// @param sha256 names the bytes in the store
public record Attachment(String name, String mediaType, String sha256, int size) {
  public static final String TEXT = "text/plain";

  public Attachment {
    name = FileName.plain(name);
  }

  public boolean isText() {
    return mediaType.equals(TEXT);
  }
}
