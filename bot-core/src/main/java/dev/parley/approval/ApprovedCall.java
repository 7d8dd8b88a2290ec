package dev.parley.approval;

import dev.parley.identity.Author;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import java.util.Optional;

/// What the message of a turn says that runs an approved call.
///
/// @param id of the call
public record ApprovedCall(String id, Author by) {
  /// As the message has it; neither an id nor a name holds the end of a line.
  public String text() {
    return String.join("\n", id, by.id().value(), by.name());
  }

  /// What a message says; empty where it was made by something else.
  public static Optional<ApprovedCall> of(InboundMessage message) {
    String[] lines = message.text().split("\n", -1);
    return lines.length == 3
        ? Optional.of(new ApprovedCall(lines[0], new Author(new UserId(lines[1]), lines[2])))
        : Optional.empty();
  }
}
