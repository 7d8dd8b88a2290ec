package dev.parley.mcp;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.message.ReplyFile;
import dev.parley.tool.ToolFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files of a conversation that are gone with the test.
final class InMemoryToolFiles implements ToolFiles {
  private final List<Attachment> there = new ArrayList<>();
  private final List<AttachmentContent> contents = new ArrayList<>();
  private int claimed;

  @Override
  public synchronized List<Attachment> there() {
    return List.copyOf(there);
  }

  @Override
  public synchronized Optional<AttachmentContent> read(Attachment file) {
    return contents.stream().filter(some -> some.sha256().equals(file.sha256())).findFirst();
  }

  @Override
  public synchronized ReplyFile keep(Made file) {
    Attachment kept =
        new Attachment(
            "%s-%d.%s".formatted(file.stem(), there.size() + 1, file.ending()),
            file.mediaType(),
            file.content().sha256(),
            file.content().size());
    there.add(kept);
    contents.add(file.content());
    return new ReplyFile(kept, file.description());
  }

  @Override
  public synchronized boolean claim(int most) {
    if (claimed >= most) {
      return false;
    }
    claimed++;
    return true;
  }

  @Override
  public synchronized void giveBack() {
    claimed--;
  }

  /// How much room is claimed.
  synchronized int claimed() {
    return claimed;
  }
}
