package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.ProviderFile;
import dev.parley.conversation.Utterance;
import dev.parley.model.Media;
import dev.parley.model.RemoteMedia;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows the model the files of one message: pictures and documents as they are, texts in words,
/// and of what it cannot see that it was there. A text is between two lines of backquotes, more of
/// them than it has in a row itself, so nothing in it can pass for its end and speak for the asker.
final class Showing {
  private static final Pattern BACKQUOTES = Pattern.compile("`+");
  private static final int SHORTEST_FENCE = 3;

  private final TurnFiles files;
  private final List<Media> media = new ArrayList<>();
  private final List<RemoteMedia> remote = new ArrayList<>();

  Showing(TurnFiles files) {
    this.files = files;
  }

  /// What follows the message's words.
  String of(Utterance utterance) {
    StringBuilder notes = new StringBuilder();
    for (Attachment file : utterance.attachments()) {
      notes.append(shown(file));
    }
    for (String refusal : files.refusals(utterance.id())) {
      notes.append("\n[A file was attached that you cannot see: ");
      notes.append(plain(refusal)).append(']');
    }
    return notes.toString();
  }

  /// What stands for a file that one of the model's tools made.
  String made(Attachment file) {
    Optional<AttachmentContent> content =
        files.content(file).filter(_ -> file.mediaType().startsWith("image/"));
    content.ifPresent(bytes -> media.add(new Media(file.mediaType(), bytes, file.extent())));
    return content.isPresent()
        ? "[You made this before, by a tool: %s]".formatted(file.name())
        : "[You made %s before, by a tool; it is not visible to you.]".formatted(file.name());
  }

  /// The media that were shown so far.
  List<Media> media() {
    return media;
  }

  /// The media that were shown so far and are with the provider.
  List<RemoteMedia> remote() {
    return remote;
  }

  private String shown(Attachment file) {
    return files
        .content(file)
        .map(content -> shown(file, content))
        .or(() -> files.given(file).map(where -> shown(file, where)))
        .orElseGet(() -> unseen(file));
  }

  private String shown(Attachment file, ProviderFile where) {
    remote.add(new RemoteMedia(file.mediaType(), where.uri(), file.extent(), file.size()));
    return "\n[attached: %s]".formatted(name(file));
  }

  private String shown(Attachment file, AttachmentContent content) {
    if (file.isText()) {
      String text = new String(content.bytes(), StandardCharsets.UTF_8);
      String fence = fence(text);
      return String.join(
          "\n",
          "",
          "[attached: " + name(file) + "]",
          fence,
          text,
          fence,
          "[end of " + name(file) + "]");
    }
    media.add(new Media(file.mediaType(), content, file.extent()));
    return "\n[attached: %s]".formatted(plain(file.told()));
  }

  private static String fence(String text) {
    int longest =
        BACKQUOTES.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
    return "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
  }

  /// A name that ends no note of ours.
  private static String name(Attachment file) {
    return plain(file.name());
  }

  private static String plain(String words) {
    return words.replace('[', '(').replace(']', ')');
  }

  private static String unseen(Attachment file) {
    return "\n[attached before, and not visible to you any more: %s]".formatted(name(file));
  }
}
