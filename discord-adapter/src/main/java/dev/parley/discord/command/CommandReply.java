package dev.parley.discord.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.attachment.AttachmentContent;
import dev.parley.discord.api.UploadedFile;
import dev.parley.discord.reply.Enclosures;
import dev.parley.discord.text.DiscordText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a command says, as Discord's messages.
///
/// @param parts one for each message; at least one
/// @param markdown the whole of it
/// @param files with the last message
/// @param rows of buttons under the last message
record CommandReply(List<String> parts, String markdown, List<UploadedFile> files, ArrayNode rows) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_MESSAGES = 5;
  private static final String IN_FILE = "\n-# All of it is in the file.";
  private static final String WORDLESS = "There is nothing to show for it.";
  private static final String ONLY_FILES = "Here it is.";

  CommandReply {
    parts = List.copyOf(parts);
    files = List.copyOf(files);
  }

  static CommandReply of(String markdown) {
    return of(markdown, new Enclosures(List.of(), Set.of()), noRows());
  }

  static CommandReply of(String markdown, Enclosures enclosed, ArrayNode rows) {
    String told = enclosed.told(markdown);
    List<String> parts = DiscordText.parts(told, IN_FILE.length());
    if (parts.isEmpty()) {
      parts = List.of(enclosed.files().isEmpty() ? WORDLESS : ONLY_FILES);
    }
    CommandReply whole = new CommandReply(parts, told, enclosed.files(), rows);
    return parts.size() > MOST_MESSAGES ? whole.inFile() : whole;
  }

  static ArrayNode noRows() {
    return JSON.createArrayNode();
  }

  /// The same in one message: its beginning, with the whole in a file.
  CommandReply inFile() {
    List<UploadedFile> all = new ArrayList<>(files);
    all.add(
        new UploadedFile(
            "reply.md",
            "text/markdown",
            AttachmentContent.of(markdown.getBytes(UTF_8)),
            "The whole reply"));
    return new CommandReply(List.of(parts.getFirst() + IN_FILE), markdown, all, rows);
  }
}
