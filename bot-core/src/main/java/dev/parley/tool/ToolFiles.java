package dev.parley.tool;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.message.ReplyFile;
import java.util.List;
import java.util.Optional;

/// The files of a conversation, as tools meet them: those that are there, and those that tools
/// make. Safe for use by many threads at once.
public interface ToolFiles {
  /// Where there are none, and none can be kept.
  ToolFiles NONE =
      new ToolFiles() {
        @Override
        public List<Attachment> there() {
          return List.of();
        }

        @Override
        public Optional<AttachmentContent> read(Attachment file) {
          return Optional.empty();
        }

        @Override
        public ReplyFile keep(Made file) {
          throw new IllegalStateException("files are not kept here");
        }

        @Override
        public boolean claim(int most) {
          return false;
        }

        @Override
        public void giveBack() {}
      };

  /// A file that a tool made.
  ///
  /// @param stem of its name
  /// @param ending of its name, without the dot
  /// @param description what people are told who cannot see it
  record Made(
      String stem,
      String ending,
      String mediaType,
      AttachmentContent content,
      String description) {}

  /// What people sent and what was made, of the conversation and of the turn that runs, oldest
  /// first.
  List<Attachment> there();

  /// The bytes of a file; empty where they are not kept any more. Blocks shortly.
  Optional<AttachmentContent> read(Attachment file);

  /// Keeps a file under a name that is new in the conversation. People see it where the tool's
  /// result has it.
  ReplyFile keep(Made file);

  /// Claims room for one more file that a tool is about to make, beside those that tools have made
  /// in the turn that runs or are making.
  ///
  /// @param most of them in all
  /// @return whether there is room
  boolean claim(int most);

  /// Gives back what was claimed, where no file came of it.
  void giveBack();
}
