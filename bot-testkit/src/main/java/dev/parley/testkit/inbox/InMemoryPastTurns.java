package dev.parley.testkit.inbox;

import dev.parley.conversation.Turn;
import dev.parley.identity.Requester;
import dev.parley.identity.UserId;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.PastTurns;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.TurnRef;
import java.util.List;
import java.util.Optional;

/// Turns that were answered, in memory.
final class InMemoryPastTurns implements PastTurns {
  private final InMemoryStorage storage;

  InMemoryPastTurns(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public RegenerateOutcome regenerate(TurnRef ref, Requester by) {
    synchronized (storage) {
      ConversationState state = storage.conversation(ref.conversation());
      Optional<RunningTurn> past = past(ref);
      if (past.isEmpty()) {
        return state.turn().filter(turn -> turn.id().equals(ref.id())).isPresent()
            ? RegenerateOutcome.BUSY
            : RegenerateOutcome.GONE;
      }
      if (!mayChange(past.get(), by)) {
        return RegenerateOutcome.NOT_YOURS;
      }
      if (state.claimableAt().isPresent()) {
        return RegenerateOutcome.BUSY;
      }
      Optional<Turn> before = Optional.empty();
      if (past.get().isRemembered()) {
        List<Turn> turns = state.conversation().turns();
        if (turns.isEmpty() || !turns.getLast().id().equals(ref.id())) {
          return RegenerateOutcome.NOT_LATEST;
        }
        before = Optional.of(turns.getLast());
        state.drop(turns.getLast());
      }
      past.get().again(before);
      storage.past().remove(ref);
      state.begin(past.get());
      state.claimableAt(storage.now());
    }
    storage.listeners().forEach(InboxListener::workReady);
    return RegenerateOutcome.STARTED;
  }

  private Optional<RunningTurn> past(TurnRef ref) {
    return Optional.ofNullable(storage.past().get(ref))
        .map(InMemoryStorage.PastTurn::turn)
        .filter(turn -> turn.epoch() == storage.conversation(ref.conversation()).epoch());
  }

  private static boolean mayChange(RunningTurn turn, Requester by) {
    return by.manages() || turn.asker().equals(by.user());
  }

  @Override
  public boolean rate(TurnRef ref, UserId by, Feedback feedback) {
    synchronized (storage) {
      InMemoryStorage.PastTurn past = storage.past().get(ref);
      if (past == null) {
        return false;
      }
      past.feedback().put(by, feedback);
      return true;
    }
  }

  @Override
  public DiscardOutcome discard(TurnRef ref, Requester by) {
    synchronized (storage) {
      Optional<RunningTurn> past = past(ref);
      if (past.isEmpty()) {
        return new DiscardOutcome.Gone();
      }
      if (!mayChange(past.get(), by)) {
        return new DiscardOutcome.NotYours();
      }
      ConversationState state = storage.conversation(ref.conversation());
      state.conversation().turns().stream()
          .filter(turn -> turn.id().equals(ref.id()))
          .forEach(state::drop);
      storage.past().remove(ref);
      return new DiscardOutcome.Discarded(
          Optional.ofNullable(past.get().progress().journal().get("reply")));
    }
  }
}
