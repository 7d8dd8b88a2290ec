package dev.parley.platform;

import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import java.time.Instant;
import java.util.List;

/// What was said lately in a place, or why nobody can tell.
public sealed interface Recent {
  /// It was read.
  ///
  /// @param said oldest first, without what was deleted, and without what only one person saw
  /// @param complete whether that is all that was wanted; else the platform did not tell more, or
  ///     earlier messages are left out
  /// @param notes sentences on what is not among it
  record Told(List<Line> said, boolean complete, List<String> notes) implements Recent {
    public Told {
      said = List.copyOf(said);
      notes = List.copyOf(notes);
    }
  }

  /// It cannot be read, or must not be by who asks.
  ///
  /// @param reason a sentence for people
  record NotReadable(String reason) implements Recent {}

  /// One message.
  ///
  /// @param own whether the bot said it
  /// @param inThread whether it was said in a thread, where a whole channel was read
  /// @param files the names of its files
  record Line(
      MessageId id,
      Instant at,
      Author author,
      boolean own,
      boolean inThread,
      String text,
      List<String> files) {
    public Line {
      files = List.copyOf(files);
    }
  }
}
