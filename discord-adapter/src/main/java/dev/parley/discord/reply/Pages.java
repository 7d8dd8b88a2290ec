package dev.parley.discord.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.attachment.AttachmentContent;
import dev.parley.discord.api.UploadedFile;
import dev.parley.discord.reply.AnswerButtons.Under;
import dev.parley.discord.text.DiscordText;
import dev.parley.message.Reply;
import dev.parley.platform.FileContents;
import java.util.ArrayList;
import java.util.List;

/// A reply as messages: as many as people like to read, else its beginning with the whole in a
/// file.
final class Pages {
  private static final int MOST_MESSAGES = 4;
  private static final String IN_FILE = "\n-# The whole answer is in the file.";
  private static final String WORDLESS = "-# (nothing to be seen)";

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
    List<Page> pages = new ArrayList<>();
    for (int number = 0; number < Math.max(1, parts.size()); number++) {
      String text = parts.isEmpty() ? WORDLESS : parts.get(number);
      boolean last = number >= parts.size() - 1;
      String content = (number == 0 ? outlet.before() : "") + text;
      pages.add(
          last
              ? new Page(content, end(), enclosed.files(), reply.actions())
              : Page.of(content, Under.MORE));
    }
    return pages;
  }

  private Page withText(Reply reply, String markdown, int reserve, List<UploadedFile> others) {
    String beginning = DiscordText.parts(markdown, reserve).getFirst();
    List<UploadedFile> files = new ArrayList<>(others);
    files.add(
        new UploadedFile(
            "answer.md",
            "text/markdown",
            AttachmentContent.of(markdown.getBytes(UTF_8)),
            "The whole answer"));
    return new Page(outlet.before() + beginning + IN_FILE, end(), files, reply.actions());
  }

  private Under end() {
    return outlet.isHidden() ? Under.HIDDEN_END : Under.END;
  }
}
