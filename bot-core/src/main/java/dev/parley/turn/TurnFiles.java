package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.IntakeResult;
import dev.parley.identity.MessageId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a turn is about.
///
/// @param asked what became of the files of the messages that it answers
/// @param contents of all files that the model is shown, by their hashes
public record TurnFiles(
    Map<MessageId, List<IntakeResult>> asked, Map<String, AttachmentContent> contents) {
  public static final TurnFiles NONE = new TurnFiles(Map.of(), Map.of());

  public TurnFiles {
    asked = Map.copyOf(asked);
    contents = Map.copyOf(contents);
  }

  /// The files of a message that could be read.
  List<Attachment> taken(MessageId message) {
    return asked.getOrDefault(message, List.of()).stream()
        .filter(IntakeResult.Taken.class::isInstance)
        .map(result -> ((IntakeResult.Taken) result).file())
        .toList();
  }

  /// Why others could not: a sentence for each.
  public List<String> refusals() {
    return asked.values().stream().flatMap(List::stream).flatMap(TurnFiles::refusal).toList();
  }

  List<String> refusals(MessageId message) {
    return asked.getOrDefault(message, List.of()).stream().flatMap(TurnFiles::refusal).toList();
  }

  private static Stream<String> refusal(IntakeResult result) {
    return result instanceof IntakeResult.Refused refused
        ? Stream.of(refused.sentence())
        : Stream.empty();
  }

  /// The bytes of a file; empty where they are not shown any more.
  Optional<AttachmentContent> content(Attachment file) {
    return Optional.ofNullable(contents.get(file.sha256()));
  }
}
