package dev.parley.discord.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.attachment.AttachmentContent;
import dev.parley.discord.api.UploadedFile;
import dev.parley.discord.reply.AnswerButtons.Under;
import dev.parley.discord.text.DiscordText;
import dev.parley.message.PlainMoments;
import dev.parley.message.Reply;
import dev.parley.message.ReplyAction;
import dev.parley.platform.FileContents;
import java.util.ArrayList;
import java.util.List;

/// A reply as messages: as many as people like to read, else its beginning with the whole in a
/// file.
final class Pages {
  private static final int MOST_MESSAGES = 4;

  /// Where the whole cannot be a file.
  private static final int MOST_WITHOUT_FILES = 10;
  private static final String IN_FILE = "\n-# The whole answer is in the file.";
  private static final String WORDLESS = "-# (nothing to be seen)";
  private static final String CUT_OFF =
      "-# The answer goes on, but is too long to be written here, where I may attach no files.";

  private final Outlet outlet;
  private final FileContents contents;

  Pages(Outlet outlet, FileContents contents) {
    this.outlet = outlet;
    this.contents = contents;
  }

  List<Page> of(Reply reply) {
    Enclosures enclosed = Enclosures.of(reply.files(), contents);
    String markdown = enclosed.told(reply.markdown());
    int before = outlet.before().length();
    List<String> parts = DiscordText.parts(markdown, before);
    if (parts.size() > (outlet.isSingle() ? 1 : MOST_MESSAGES)) {
      return List.of(withText(reply, markdown, before + IN_FILE.length(), enclosed.files()));
    }
    return pages(parts, enclosed.files(), reply.actions());
  }

  private List<Page> pages(
      List<String> parts, List<UploadedFile> files, List<ReplyAction> actions) {
    List<Page> pages = new ArrayList<>();
    for (int number = 0; number < Math.max(1, parts.size()); number++) {
      String text = parts.isEmpty() ? WORDLESS : parts.get(number);
      boolean last = number >= parts.size() - 1;
      String content = (number == 0 ? outlet.before() : "") + text;
      pages.add(last ? new Page(content, end(), files, actions) : Page.of(content, Under.MORE));
    }
    return pages;
  }

  /// The same where the bot may attach no files: more messages, and the files by their names.
  List<Page> withoutFiles(Reply reply) {
    List<String> parts = partsWithoutFiles(reply);
    if (parts.size() <= mostWithoutFiles()) {
      return pages(parts, List.of(), reply.actions());
    }
    List<String> beginning = new ArrayList<>(parts.subList(0, mostWithoutFiles()));
    beginning.set(beginning.size() - 1, beginning.getLast() + "\n" + CUT_OFF);
    return pages(beginning, List.of(), reply.actions());
  }

  /// Whether something of a reply is not said without files.
  boolean needsFiles(Reply reply) {
    return !reply.files().isEmpty() || partsWithoutFiles(reply).size() > mostWithoutFiles();
  }

  private List<String> partsWithoutFiles(Reply reply) {
    return DiscordText.parts(
        Enclosures.named(reply), outlet.before().length() + CUT_OFF.length() + 1);
  }

  private int mostWithoutFiles() {
    return outlet.isSingle() ? 1 : MOST_WITHOUT_FILES;
  }

  private Page withText(Reply reply, String markdown, int reserve, List<UploadedFile> others) {
    String beginning = DiscordText.parts(markdown, reserve).getFirst();
    List<UploadedFile> files = new ArrayList<>(others);
    files.add(
        new UploadedFile(
            "answer.md",
            "text/markdown",
            AttachmentContent.of(PlainMoments.of(markdown).text().getBytes(UTF_8)),
            "The whole answer"));
    return new Page(outlet.before() + beginning + IN_FILE, end(), files, reply.actions());
  }

  private Under end() {
    return outlet.isHidden() ? Under.HIDDEN_END : Under.END;
  }
}
