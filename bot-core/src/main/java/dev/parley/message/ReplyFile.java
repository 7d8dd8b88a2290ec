package dev.parley.message;

import dev.parley.attachment.Attachment;

/// A file that a reply carries, without its bytes.
///
/// @param description what people are told who cannot see it; on one line
public record ReplyFile(Attachment file, String description) {
  /// What people are told where the bytes of a file are not there any more.
  public static final String FORGOTTEN = "A file that belongs here is not kept any more.";

  private static final int LONGEST = 300;

  public ReplyFile {
    description = description.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    if (description.isEmpty()) {
      description = file.name();
    }
    if (description.length() > LONGEST) {
      description = description.substring(0, LONGEST - 1) + "…";
    }
  }
}
