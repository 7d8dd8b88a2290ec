package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import dev.parley.tool.ToolResult;
import java.util.Optional;

/// Where it is kept what a turn has done: what the model said in each round, what each tool came
/// to, and the files in both; so that whoever takes the turn over does not pay for them again.
interface RoundJournal {
  RoundJournal NONE =
      new RoundJournal() {
        @Override
        public Optional<ModelRound> recall(int round) {
          return Optional.empty();
        }

        @Override
        public void keep(int round, ModelRound what) {}

        @Override
        public Optional<ToolResult> recall(int round, int call) {
          return Optional.empty();
        }

        @Override
        public void keep(int round, int call, ToolResult result) {}

        @Override
        public boolean keepsPictures() {
          return false;
        }

        @Override
        public void keep(AttachmentContent picture) {}

        @Override
        public Optional<AttachmentContent> find(Attachment picture) {
          return Optional.empty();
        }
      };

  Optional<ModelRound> recall(int round);

  void keep(int round, ModelRound what);

  /// What a tool call of a round came to, by its number in the round.
  Optional<ToolResult> recall(int round, int call);

  void keep(int round, int call, ToolResult result);

  /// Whether pictures are kept, so that people can be shown them.
  boolean keepsPictures();

  /// Keeps a file that was made, before the round or the result that names it.
  void keep(AttachmentContent picture);

  Optional<AttachmentContent> find(Attachment picture);
}
