package dev.parley.conversation;

import dev.parley.attachment.Attachment;
import dev.parley.identity.Author;
import dev.parley.identity.MessageId;
import java.util.List;
import java.util.stream.Collectors;

/// What one person said in one message.
///
/// @param attachments the files that came with it and could be read
public record Utterance(MessageId id, Author author, String text, List<Attachment> attachments) {
  /// @param attachments missing where an older version stored it
  public Utterance {
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  /// Said without files.
  public Utterance(MessageId id, Author author, String text) {
    this(id, author, text, List.of());
  }

  /// The words, and the names of the files.
  public String inWords() {
    return text
        + attachments.stream()
            .map(file -> "\n[attached: " + file.told() + "]")
            .collect(Collectors.joining());
  }

  /// How much of the model's context its words take, as an estimate. What its files take is
  /// decided anew with each question.
  public int tokens() {
    return TokenEstimate.of(inWords());
  }
}
