package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.message.ReplyFile;
import dev.parley.tool.ToolFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files that the tools of one turn meet.
final class TurnToolFiles implements ToolFiles {
  private final RoundJournal journal;
  private final FileNames names;
  private final List<Attachment> there;
  private int claimed;

  /// @param earlier what is there before tools make more
  TurnToolFiles(RoundJournal journal, FileNames names, List<Attachment> earlier) {
    this.journal = journal;
    this.names = names;
    this.there = new ArrayList<>(earlier);
  }

  /// A tool of an earlier owner of the turn has made it.
  synchronized void recall(ReplyFile file) {
    names.take(file.file());
    there.add(file.file());
    claimed++;
  }

  @Override
  public synchronized List<Attachment> there() {
    return List.copyOf(there);
  }

  @Override
  public Optional<AttachmentContent> read(Attachment file) {
    return journal.find(file);
  }

  @Override
  public ReplyFile keep(Made file) {
    journal.keep(file.content());
    Attachment named =
        new Attachment(
            names.next(file.stem(), file.ending()),
            file.mediaType(),
            file.content().sha256(),
            file.content().size());
    synchronized (this) {
      there.add(named);
    }
    return new ReplyFile(named, file.description());
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
}
