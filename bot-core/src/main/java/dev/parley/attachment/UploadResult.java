package dev.parley.attachment;

/// What became of a file that somebody wanted to upload.
public sealed interface UploadResult {
  /// It is there.
  record Kept(Upload upload) implements UploadResult {}

  /// It is larger than one file may be; nothing of it is kept.
  record TooLarge(long most) implements UploadResult {}

  /// Too many files, or too many bytes, were uploaded and not sent.
  record TooMuchUnsent(Whose whose) implements UploadResult {}

  /// It is a picture that cannot be shown.
  ///
  /// @param sentence names it, and says why
  record Unfit(String sentence) implements UploadResult {}

  /// It was taken away while it came.
  record Gone() implements UploadResult {}

  /// Whose files leave no room for another one.
  enum Whose {
    PERSON,
    PLACE,
    EVERYBODY
  }
}
