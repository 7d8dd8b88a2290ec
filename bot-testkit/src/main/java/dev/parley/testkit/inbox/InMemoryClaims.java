package dev.parley.testkit.inbox;

import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.SessionScope;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Claims turns in memory; its callers hold the storage's monitor.
final class InMemoryClaims {
  private static final int MOST_MERGED = 20;

  private final InMemoryStorage storage;
  private final InboxSettings settings;

  InMemoryClaims(InMemoryStorage storage, InboxSettings settings) {
    this.storage = storage;
    this.settings = settings;
  }

  void lease(ConversationState state) {
    state.claimableAt(storage.now().plus(settings.lease()));
  }

  /// Begins the next turn of a conversation in which messages wait.
  ///
  /// @param after the token of the turn that has just ended; 0: none
  ClaimedTurn next(ConversationState state, long after) {
    List<InboundMessage> messages = state.take(settings.mergeWaiting() ? MOST_MERGED : 1);
    RunningTurn turn = new RunningTurn(messages, state.epoch(), storage.nextToken(), after);
    state.begin(turn);
    lease(state);
    return claimed(state, turn);
  }

  Optional<ClaimedTurn> after(ConversationState state, long token) {
    return state.turn().filter(turn -> turn.follows(token)).map(turn -> claimed(state, turn));
  }

  /// Takes over the turn of a due conversation, or begins its next one.
  Optional<ClaimedTurn> due(ConversationState state) {
    // one more than told as failed: telling it may have ended its owner as well
    if (state.turn().filter(turn -> turn.countOwner() > settings.mostTakeOvers() + 1).isPresent()) {
      state.end();
    }
    if (state.turn().isPresent()) {
      RunningTurn turn = state.turn().get();
      turn.takeOver(storage.nextToken());
      lease(state);
      return Optional.of(claimed(state, turn));
    }
    if (state.waiting().isEmpty()) {
      state.claimableAt(null);
      return Optional.empty();
    }
    return Optional.of(next(state, 0));
  }

  private ClaimedTurn claimed(ConversationState state, RunningTurn turn) {
    InboundMessage first = turn.messages().getFirst();
    exchange(state, first).ifPresent(state::beginWith);
    return new ClaimedTurn(
        new Lease(new TurnRef(state.id(), turn.id()), turn.token()),
        turn.messages(),
        state.conversation(),
        storage.settings(first.place()),
        turn.progress());
  }

  /// The exchange that the message's thread hangs from.
  private Optional<Turn> exchange(ConversationState state, InboundMessage message) {
    Place place = message.place();
    return place
        .thread()
        .flatMap(
            root ->
                Stream.of(SessionScope.THREAD, SessionScope.USER)
                    .filter(scope -> conversation(place, scope, message).equals(state.id()))
                    .map(scope -> conversation(place.outsideThread(), scope, message))
                    .flatMap(parent -> holding(parent, root).stream())
                    .findFirst());
  }

  private static ConversationId conversation(
      Place place, SessionScope scope, InboundMessage message) {
    return place.conversation(scope, message.author().id());
  }

  private Optional<Turn> holding(ConversationId parent, MessageId root) {
    return storage.conversation(parent).conversation().turns().stream()
        .filter(turn -> turn.holds(root))
        .findFirst();
  }
}
