package dev.parley.platform;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import java.util.List;

/// What was said in a thread before the bot was called into it.
///
/// @param said oldest first
/// @param complete whether that is all of it, or as much as is worth reading; else the platform did
///     not tell more
public record Backlog(List<Line> said, boolean complete) {
  /// One message of somebody.
  public record Line(MessageId id, Author author, String text, List<AttachmentRef> attachments) {
    public Line {
      attachments = List.copyOf(attachments);
    }

    /// Said without files.
    public Line(MessageId id, Author author, String text) {
      this(id, author, text, List.of());
    }
  }

  /// Nothing was said before.
  public static final Backlog NONE = new Backlog(List.of(), true);

  /// Something may have been said, but the platform does not tell.
  public static final Backlog UNREADABLE = new Backlog(List.of(), false);

  public Backlog {
    said = List.copyOf(said);
  }
}
