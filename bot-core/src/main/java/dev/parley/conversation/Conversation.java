package dev.parley.conversation;

import dev.parley.attachment.Attachment;
import dev.parley.identity.ConversationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was said so far in one channel, direct message or thread.
///
/// @param summary of the turns before [#turns()], where some were dropped
/// @param turns oldest first
public record Conversation(ConversationId id, Optional<String> summary, List<Turn> turns) {
  public Conversation {
    turns = List.copyOf(turns);
  }

  public static Conversation empty(ConversationId id) {
    return new Conversation(id, Optional.empty(), List.of());
  }

  public boolean isEmpty() {
    return turns.isEmpty() && summary.isEmpty();
  }

  /// The files that were sent and made in its turns, oldest first.
  public List<Attachment> files() {
    return turns.stream()
        .flatMap(
            turn ->
                Stream.concat(
                    turn.questions().stream().flatMap(asked -> asked.attachments().stream()),
                    turn.pictures().stream()))
        .toList();
  }

  public int tokens() {
    return turns.stream().mapToInt(Turn::tokens).sum();
  }
}
