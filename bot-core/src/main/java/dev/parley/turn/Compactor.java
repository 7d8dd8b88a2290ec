package dev.parley.turn;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.ContextWindow;
import dev.parley.conversation.ConversationSettings;
import dev.parley.conversation.Turn;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.model.LanguageModel;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps conversations from growing without bound: after an answer, where the conversation has
/// become too long, its oldest turns leave it in one block and their summary stays.
public final class Compactor {
  private final ConversationSettings defaults;
  private final ContextWindow window;
  private final Summarizer summarizer;

  public Compactor(
      ConversationSettings defaults,
      ContextWindow window,
      LanguageModel model,
      Duration timeLimit) {
    this.defaults = defaults;
    this.window = window;
    this.summarizer = new Summarizer(model, timeLimit);
  }

  /// What should leave the conversation, now that this turn was added to it.
  ///
  /// @throws dev.parley.model.ModelCancelledException where it was interrupted
  public Optional<Compaction> compact(ClaimedTurn turn, Optional<Turn> added) {
    List<Turn> turns = new ArrayList<>(turn.conversation().turns());
    added.ifPresent(turns::add);
    int overdue = window.overdue(turns);
    if (overdue == 0) {
      return Optional.empty();
    }
    String model = defaults.overriddenBy(turn.overrides()).model();
    return Optional.of(
        new Compaction(
            overdue,
            summarizer.summarise(
                Bookings.of(turn, Purpose.SUMMARY),
                model,
                turn.conversation().summary(),
                turns.subList(0, overdue))));
  }
}
