package dev.parley.model;

import dev.parley.attachment.AttachmentContent;

/// A file that the model is shown, or a picture that it made.
///
/// @param extent as its attachment has it: pages or seconds, or 0
public record Media(String mediaType, AttachmentContent content, int extent) {
  /// A picture, which has neither pages nor seconds.
  public Media(String mediaType, AttachmentContent content) {
    this(mediaType, content, 0);
  }
}
