package dev.parley.attachment;

/// A file on a message, before it is fetched.
///
/// @param id the platform's
/// @param mediaType as the platform declares it; what counts is the content
/// @param size in bytes, as the platform declares it; 0 where it does not
/// @param source where its adapter finds it; opaque to the core, at most some hundred characters
public record AttachmentRef(String id, String name, String mediaType, long size, String source) {
  public AttachmentRef {
    name = FileName.plain(name);
  }
}
