package dev.parley.turn;

import dev.parley.attachment.Attachment;
import dev.parley.attachment.AttachmentContent;
import java.util.Optional;

/// Where finished rounds and the pictures in them are kept, so that whoever takes the turn over
/// does not pay for them again.
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

  /// Whether pictures are kept, so that people can be shown them.
  boolean keepsPictures();

  /// Keeps a picture that the model made, before the round that holds it.
  void keep(AttachmentContent picture);

  Optional<AttachmentContent> find(Attachment picture);
}
