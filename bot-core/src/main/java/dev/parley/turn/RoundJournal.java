package dev.parley.turn;

import java.util.Optional;

/// Where finished rounds are kept, so that whoever takes the turn over does not pay for them again.
interface RoundJournal {
  RoundJournal NONE =
      new RoundJournal() {
        @Override
        public Optional<ModelRound> recall(int round) {
          return Optional.empty();
        }

        @Override
        public void keep(int round, ModelRound what) {}
      };

  Optional<ModelRound> recall(int round);

  void keep(int round, ModelRound what);
}
