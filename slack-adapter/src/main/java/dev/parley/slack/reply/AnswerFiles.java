package dev.parley.slack.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.inbox.TurnRef;
import dev.parley.message.PlainMoments;
import dev.parley.message.ReplyFile;
import dev.parley.platform.FileContents;
import java.util.Optional;

/// The files that belong to one answer: its whole text, where it is too long for a few messages,
/// and the files of its reply. Their names are the same each time, so that what was uploaded is
/// known again, also by another instance.
final class AnswerFiles {
  private static final int HASH_SHOWN = 8;

  private final TurnRef turn;
  private final FileContents contents;

  AnswerFiles(TurnRef turn, FileContents contents) {
    this.turn = turn;
    this.contents = contents;
  }

  /// The whole text as a file.
  Upload.Item wholeText(String markdown) {
    AttachmentContent text = AttachmentContent.of(PlainMoments.of(markdown).text().getBytes(UTF_8));
    return new Upload.Item(wholeTextName(turn), "The whole answer", "", text);
  }

  static String wholeTextName(TurnRef turn) {
    return "answer-" + id(turn) + ".md";
  }

  /// A file of the reply; empty where its bytes are not kept any more.
  ///
  /// @param number of the file in its reply
  Optional<Upload.Item> item(int number, ReplyFile file) {
    return contents
        .find(file.file())
        .map(
            content ->
                new Upload.Item(
                    name(number, file.file()), file.file().name(), file.description(), content));
  }

  /// The name of a file; another file has another one, though it is the same turn's.
  String name(int number, Attachment file) {
    return "%s-%d-%s%s"
        .formatted(
            "file-" + id(turn),
            number,
            file.sha256().substring(0, Math.min(HASH_SHOWN, file.sha256().length())),
            ending(file.name()));
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : "." + name.substring(dot + 1).replaceAll("[^A-Za-z0-9]", "");
  }

  boolean isOurs(String name) {
    return isOf(turn, name);
  }

  /// Whether a file of this name belongs to a turn's answer.
  static boolean isOf(TurnRef turn, String name) {
    return name.equals(wholeTextName(turn))
        || name.matches("file-" + id(turn) + "-\\d+-[0-9a-f]{1,8}(\\.[A-Za-z0-9]*)?");
  }

  private static String id(TurnRef turn) {
    return turn.id().value().replaceAll("[^A-Za-z0-9]+", "-");
  }
}
