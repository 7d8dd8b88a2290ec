package dev.parley.message;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What somebody points at: a message, or a thread with all its messages.
///
/// @param id of the message, or of the thread's first one
/// @param address of the web under which people find it
/// @param said oldest first
/// @param complete whether nothing of the thread is missing
public record Quoted(MessageId id, Optional<String> address, List<Line> said, boolean complete) {
  /// One message of somebody.
  public record Line(Author author, Instant at, String text, List<AttachmentRef> files) {
    public Line {
      files = List.copyOf(files);
    }
  }

  public Quoted {
    said = List.copyOf(said);
    if (said.isEmpty()) {
      throw new IllegalArgumentException("somebody said what is pointed at");
    }
  }

  /// The files of all messages.
  public List<AttachmentRef> files() {
    return said.stream().flatMap(line -> line.files().stream()).toList();
  }
}
