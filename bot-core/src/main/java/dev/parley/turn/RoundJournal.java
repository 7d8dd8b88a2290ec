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
        public void insist(int round, ModelRound what) {}

        @Override
        public Optional<ToolResult> recall(int round, int call) {
          return Optional.empty();
        }

        @Override
        public boolean hasBegun(int round, int call) {
          return false;
        }

        @Override
        public void begin(int round, int call, String tool) {}

        @Override
        public void keep(int round, int call, ToolResult result) {}

        @Override
        public void insist(int round, int call, ToolResult result) {}

        @Override
        public boolean wasCalledBefore(String tool) {
          return false;
        }

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

  /// Keeps a round as long as the store is there.
  void keep(int round, ModelRound what);

  /// Keeps a round whose calls must not begin before it is kept.
  ///
  /// @throws dev.parley.conversation.StoreUnavailableException where the store stays away
  void insist(int round, ModelRound what);

  /// What a tool call of a round came to, by its number in the round.
  Optional<ToolResult> recall(int round, int call);

  /// Whether an earlier owner of the turn had begun a call that is not to begin twice.
  boolean hasBegun(int round, int call);

  /// Keeps that a call begins that is not to begin twice: only then may it run.
  ///
  /// @throws dev.parley.inbox.TurnLostException where another instance owns the turn now
  /// @throws dev.parley.conversation.StoreUnavailableException where the store stays away
  void begin(int round, int call, String tool);

  /// Keeps a result as long as the store is there.
  void keep(int round, int call, ToolResult result);

  /// Keeps the result of a call that must not run again.
  ///
  /// @throws dev.parley.conversation.StoreUnavailableException where the store stays away
  void insist(int round, int call, ToolResult result);

  /// Whether a call to this tool had begun that is not to begin twice, for a version of the
  /// answer before this one: somebody edited the question, or wanted another answer.
  boolean wasCalledBefore(String tool);

  /// Whether pictures are kept, so that people can be shown them.
  boolean keepsPictures();

  /// Keeps a file that was made, before the round or the result that names it.
  void keep(AttachmentContent picture);

  Optional<AttachmentContent> find(Attachment picture);
}
