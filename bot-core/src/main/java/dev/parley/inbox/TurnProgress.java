package dev.parley.inbox;

import dev.parley.message.Reply;
import java.util.Map;
import java.util.Optional;

/// How far a turn came before this claim of it.
///
/// @param takeOvers how often an owner of the turn was lost
/// @param stopRequested whether its asker pressed stop
/// @param journal what a [TurnJournal] kept, by name
/// @param answer the final answer, where it was stored: the model must not be asked again
/// @param withdrawn whether its message was taken back: nothing is to be said any more
public record TurnProgress(
    int takeOvers,
    boolean stopRequested,
    Map<String, String> journal,
    Optional<Reply> answer,
    boolean withdrawn) {
  public static final TurnProgress FRESH =
      new TurnProgress(0, false, Map.of(), Optional.empty(), false);

  public TurnProgress {
    journal = Map.copyOf(journal);
  }
}
