package dev.parley.testkit.inbox;

import dev.parley.identity.MessageId;
import dev.parley.identity.TenantId;
import dev.parley.inbox.EditOutcome;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Messages that their authors change or take back, in memory.
final class InMemoryCorrections {
  private final InMemoryStorage storage;

  InMemoryCorrections(InMemoryStorage storage) {
    this.storage = storage;
  }

  EditOutcome edit(InboundMessage message) {
    Optional<Lease> lost = Optional.empty();
    synchronized (storage) {
      if (!storage.wasSeen(message.place().tenant(), message.id())) {
        return EditOutcome.UNKNOWN;
      }
      Optional<ConversationState> state = holding(message.place().tenant(), message.id());
      if (state.isEmpty()) {
        return EditOutcome.TOO_LATE;
      }
      List<InboundMessage> waiting = state.get().waiting();
      int at = index(waiting, message.id());
      if (at >= 0) {
        waiting.set(at, message);
        return EditOutcome.REPLACED;
      }
      RunningTurn turn = state.get().turn().orElseThrow();
      List<InboundMessage> messages = new ArrayList<>(turn.messages());
      if (!messages.set(index(messages, message.id()), message).equals(message)) {
        lost = Optional.of(lost(state.get(), turn, running -> running.restart(messages)));
      }
    }
    tell(lost);
    return EditOutcome.REPLACED;
  }

  void withdraw(TenantId tenant, MessageId message, Instant rememberedUntil) {
    Optional<Lease> lost = Optional.empty();
    synchronized (storage) {
      if (!storage.wasSeen(tenant, message)) {
        storage.remember(tenant, message, rememberedUntil);
        return;
      }
      Optional<ConversationState> state = holding(tenant, message);
      if (state.isEmpty()) {
        storage.conversations(tenant).forEach(other -> other.forget(message));
      } else if (!state.get().waiting().removeIf(waiting -> waiting.id().equals(message))) {
        lost = Optional.of(withdrawn(state.get(), message));
      }
    }
    tell(lost);
  }

  private Lease withdrawn(ConversationState state, MessageId message) {
    RunningTurn turn = state.turn().orElseThrow();
    List<InboundMessage> others =
        turn.messages().stream().filter(other -> !other.id().equals(message)).toList();
    return lost(
        state, turn, others.isEmpty() ? RunningTurn::withdraw : running -> running.restart(others));
  }

  private Lease lost(ConversationState state, RunningTurn turn, Consumer<RunningTurn> change) {
    Lease lease = new Lease(new TurnRef(state.id(), turn.id()), turn.token());
    change.accept(turn);
    state.claimableAt(storage.now());
    return lease;
  }

  private void tell(Optional<Lease> lost) {
    lost.ifPresent(
        lease -> {
          storage.listeners().forEach(listener -> listener.turnLost(lease));
          storage.listeners().forEach(InboxListener::workReady);
        });
  }

  /// The conversation in which the message waits, or is being answered.
  private Optional<ConversationState> holding(TenantId tenant, MessageId message) {
    return storage.conversations(tenant).stream()
        .filter(
            state ->
                index(state.waiting(), message) >= 0
                    || state
                        .turn()
                        .filter(turn -> turn.isOpen() && index(turn.messages(), message) >= 0)
                        .isPresent())
        .findFirst();
  }

  private static int index(List<InboundMessage> messages, MessageId id) {
    return IntStream.range(0, messages.size())
        .filter(at -> messages.get(at).id().equals(id))
        .findFirst()
        .orElse(-1);
  }
}
