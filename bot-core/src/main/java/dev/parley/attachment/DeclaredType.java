package dev.parley.attachment;

/// The media type of a file as whoever sends it tells; what counts is its content.
///
/// @param value empty where nobody tells
public record DeclaredType(String value) {
  /// Whether it cannot be a text. Words where a picture or a document is told of are a page of
  /// somebody else's, such as one to sign in.
  public boolean isBinary() {
    return value.equals("application/pdf")
        || value.startsWith("audio/")
        || value.startsWith("video/")
        || value.startsWith("application/vnd.openxmlformats-officedocument")
        || value.startsWith("application/vnd.oasis.opendocument")
        || (value.startsWith("image/") && !value.contains("svg"));
  }
}
