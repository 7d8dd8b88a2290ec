package dev.parley.discord.reply;

import dev.parley.attachment.AttachmentContent;
import dev.parley.discord.api.UploadedFile;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.FileContents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The files of a reply, as far as a message of Discord's takes them.
///
/// @param missing a sentence for each reason why some are not there
public record Enclosures(List<UploadedFile> files, Set<String> missing) {
  /// How many a message takes ("Create Message"), with room for the text of a long answer.
  private static final int MOST = 9;

  /// What each may have in a server without boosts ("Uploading Files").
  private static final int MOST_BYTES = 10 << 20;

  /// The files of a reply with their bytes.
  public static Enclosures of(List<ReplyFile> wanted, FileContents contents) {
    List<UploadedFile> files = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    for (ReplyFile file : wanted) {
      Optional<AttachmentContent> content = contents.find(file.file());
      if (content.isEmpty()) {
        missing.add(ReplyFile.FORGOTTEN);
      } else if (content.get().size() > MOST_BYTES) {
        missing.add("A file that belongs here is larger than the 10 MB that Discord takes.");
      } else if (files.size() == MOST) {
        missing.add("Discord takes no more than 10 files with a message; some are not here.");
      } else {
        files.add(
            new UploadedFile(
                file.file().name(), file.file().mediaType(), content.get(), file.description()));
      }
    }
    return new Enclosures(files, missing);
  }

  /// The words of a reply, and the names of its files, where the bot may attach none.
  static String named(Reply reply) {
    String names =
        reply.files().stream()
            .map(file -> "`" + file.file().name().replace("`", "ˋ") + "`")
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? reply.markdown()
        : reply.markdown() + "\n\nI may attach no files here. What belongs here: " + names + ".";
  }

  /// The words of a reply, and what is missing.
  public String told(String markdown) {
    return missing.isEmpty() ? markdown : markdown + "\n\n" + String.join("\n\n", missing);
  }
}
