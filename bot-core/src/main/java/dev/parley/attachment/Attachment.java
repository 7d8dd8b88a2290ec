package dev.parley.attachment;

/// A file that was taken, as a conversation remembers it: without its bytes.
///
/// @param mediaType by its content
/// @param sha256 names the bytes in the store
/// @param size in bytes
/// @param extent how much there is to read, look at or hear: the pages of a document, the seconds
///     of sound or video, the frames that a picture is the first of; 0 where nobody counted
public record Attachment(String name, String mediaType, String sha256, int size, int extent) {
  public static final String TEXT = "text/plain";

  public Attachment {
    name = FileName.plain(name);
  }

  /// A file whose extent nobody counted, or that has none.
  public Attachment(String name, String mediaType, String sha256, int size) {
    this(name, mediaType, sha256, size, 0);
  }

  /// Its name, and what cannot be seen of it.
  public String told() {
    return mediaType.startsWith("image/") && extent > 1
        ? "%s, the first of %d frames".formatted(name, extent)
        : name;
  }

  public boolean isText() {
    return mediaType.equals(TEXT);
  }
}
