package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.IntakeResult;
import dev.parley.attachment.ProviderFile;
import dev.parley.identity.MessageId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that a turn is about.
///
/// @param asked what became of the files of the messages that it answers
/// @param contents of all files that the model is shown with a request, by their hashes
/// @param given where the provider has the others that the model is shown, by their hashes
public record TurnFiles(
    Map<MessageId, List<IntakeResult>> asked,
    Map<String, AttachmentContent> contents,
    Map<String, ProviderFile> given) {
  public static final TurnFiles NONE = new TurnFiles(Map.of(), Map.of(), Map.of());

  public TurnFiles {
    asked = Map.copyOf(asked);
    contents = Map.copyOf(contents);
    given = Map.copyOf(given);
  }

  /// The files of a message that could be read.
  List<Attachment> taken(MessageId message) {
    return asked.getOrDefault(message, List.of()).stream()
        .flatMap(result -> result.readable().stream())
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

  /// Where the provider has a file; empty where the model is not shown it from there.
  Optional<ProviderFile> given(Attachment file) {
    return Optional.ofNullable(given.get(file.sha256()));
  }

  /// The bytes of a file; empty where they are not shown any more.
  Optional<AttachmentContent> content(Attachment file) {
    return Optional.ofNullable(contents.get(file.sha256()));
  }
}
