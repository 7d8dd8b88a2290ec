package dev.parley.testkit.inbox;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.conversation.Compaction;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Setting;
import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.Requester;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.EditOutcome;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxListener;
import dev.parley.inbox.InboxSettings;
import dev.parley.inbox.Lease;
import dev.parley.inbox.Renewal;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An inbox in memory: for tests of what works with one.
final class InMemoryInbox implements Inbox {
  private final InMemoryStorage storage;
  private final InboxSettings settings;
  private final InMemoryClaims claims;
  private final InMemoryCorrections corrections;

  InMemoryInbox(InMemoryStorage storage, InboxSettings settings) {
    this.storage = storage;
    this.settings = settings;
    claims = new InMemoryClaims(storage, settings);
    corrections = new InMemoryCorrections(storage);
  }

  @Override
  public Accepted accept(InboundMessage message, boolean wantTurn) {
    boolean wake;
    Accepted accepted;
    synchronized (storage) {
      ConversationState state = storage.conversation(conversation(message));
      wake = state.claimableAt().isEmpty();
      accepted = accept(message, state, wantTurn);
    }
    if (wake && accepted instanceof Accepted.Waiting) {
      storage.listeners().forEach(InboxListener::workReady);
    }
    return accepted;
  }

  private ConversationId conversation(InboundMessage message) {
    SessionScope scope =
        Optional.ofNullable(storage.settings(message.place()).get(Setting.SCOPE))
            .flatMap(SessionScope::ofWord)
            .orElse(settings.defaultScope());
    return message.place().conversation(scope, message.author().id());
  }

  private Accepted accept(InboundMessage message, ConversationState state, boolean wantTurn) {
    if (storage.wasSeen(message.place().tenant(), message.id())) {
      return new Accepted.Duplicate();
    }
    if (!isMeant(message)) {
      return new Accepted.Ignored();
    }
    if (state.waiting().size() >= settings.mostWaiting()) {
      return new Accepted.Full(state.waiting().size());
    }
    storage.follow(message);
    storage.remember(
        message.place().tenant(), message.id(), storage.now().plus(settings.remembered()));
    state.waiting().add(message);
    if (state.claimableAt().isPresent()) {
      return new Accepted.Waiting(state.id());
    }
    if (wantTurn) {
      return new Accepted.Claimed(claims.next(state, 0));
    }
    state.claimableAt(storage.now());
    return new Accepted.Waiting(state.id());
  }

  private boolean isMeant(InboundMessage message) {
    AnswerPolicy policy =
        Optional.ofNullable(storage.settings(message.place()).get(Setting.ANSWERS))
            .flatMap(AnswerPolicy::ofWord)
            .orElse(settings.defaultAnswers());
    return switch (message.addressing()) {
      case DIRECT, MENTION -> true;
      case THREAD ->
          policy == AnswerPolicy.ALWAYS
              || (policy == AnswerPolicy.THREAD && storage.isFollowed(message));
      case OVERHEARD -> policy == AnswerPolicy.ALWAYS;
    };
  }

  @Override
  public List<ClaimedTurn> claimDue(Set<PlatformName> spoken, int most) {
    synchronized (storage) {
      return storage.due().stream()
          .filter(state -> spoken.contains(state.id().tenant().platform()))
          .limit(Math.max(0, most))
          .flatMap(state -> claims.due(state).stream())
          .toList();
    }
  }

  @Override
  public Conversation beginWith(Lease lease, Turn past) {
    synchronized (storage) {
      ConversationState state = storage.conversation(lease.turn().conversation());
      if (storage.held(lease).isPresent()) {
        state.beginWith(past);
      }
      return state.conversation();
    }
  }

  @Override
  public void answered(Lease lease, Reply reply, Optional<Turn> remembered) {
    synchronized (storage) {
      RunningTurn turn = storage.owned(lease);
      ConversationState state = storage.conversation(lease.turn().conversation());
      if (turn.isOpen() && turn.epoch() == state.epoch()) {
        turn.memory(remembered).ifPresent(state::remember);
      }
      if (!turn.isAnswered()) {
        turn.answer(reply);
      }
    }
  }

  @Override
  public Optional<ClaimedTurn> done(
      Lease lease, Optional<Compaction> compaction, boolean wantNext) {
    Optional<ClaimedTurn> next;
    boolean wake;
    synchronized (storage) {
      ConversationState state = storage.conversation(lease.turn().conversation());
      if (storage.held(lease).isEmpty()) {
        return claims.after(state, lease.token());
      }
      next = end(state, lease, compaction, wantNext);
      wake = next.isEmpty() && !state.waiting().isEmpty();
    }
    if (wake) {
      storage.listeners().forEach(InboxListener::workReady);
    }
    return next;
  }

  private Optional<ClaimedTurn> end(
      ConversationState state, Lease lease, Optional<Compaction> compaction, boolean wantNext) {
    if (storage.owned(lease).epoch() == state.epoch()) {
      compaction.ifPresent(state::compact);
    }
    state.bound();
    state
        .turn()
        .filter(turn -> turn.isAnswered() && !turn.progress().withdrawn())
        .ifPresent(
            turn ->
                storage
                    .past()
                    .put(lease.turn(), new InMemoryStorage.PastTurn(turn, new HashMap<>())));
    state.end();
    if (state.waiting().isEmpty()) {
      state.claimableAt(null);
      return Optional.empty();
    }
    if (wantNext) {
      return Optional.of(claims.next(state, lease.token()));
    }
    state.claimableAt(storage.now());
    return Optional.empty();
  }

  @Override
  public void release(Lease lease) {
    synchronized (storage) {
      Optional<RunningTurn> turn = storage.held(lease);
      if (turn.isEmpty()) {
        return;
      }
      turn.get().release();
      storage.conversation(lease.turn().conversation()).claimableAt(storage.now());
    }
    storage.listeners().forEach(InboxListener::workReady);
  }

  @Override
  public Renewal renew(Collection<Lease> leases) {
    Set<TurnRef> lost = new HashSet<>();
    Set<TurnRef> stopped = new HashSet<>();
    synchronized (storage) {
      for (Lease lease : leases) {
        Optional<RunningTurn> turn = storage.held(lease);
        if (turn.isEmpty()) {
          lost.add(lease.turn());
        } else {
          claims.lease(storage.conversation(lease.turn().conversation()));
        }
        if (turn.filter(held -> held.progress().stopRequested()).isPresent()) {
          stopped.add(lease.turn());
        }
      }
    }
    return new Renewal(lost, stopped);
  }

  @Override
  public StopOutcome stop(TurnRef ref, Requester by) {
    synchronized (storage) {
      Optional<RunningTurn> turn =
          storage
              .conversation(ref.conversation())
              .turn()
              .filter(running -> running.id().equals(ref.id()) && !running.isAnswered());
      if (turn.isEmpty()) {
        return StopOutcome.NOT_RUNNING;
      }
      if (!turn.get().asker().equals(by.user()) && !by.manages()) {
        return StopOutcome.NOT_YOURS;
      }
      turn.get().stop();
    }
    storage.listeners().forEach(listener -> listener.stopRequested(ref));
    return StopOutcome.STOPPING;
  }

  @Override
  public Optional<TurnRef> running(Place place, UserId asker) {
    synchronized (storage) {
      return Stream.of(SessionScope.values())
          .map(scope -> storage.conversation(place.conversation(scope, asker)))
          .flatMap(state -> state.turnIn(place).stream())
          .findFirst();
    }
  }

  @Override
  public EditOutcome edit(InboundMessage message) {
    return corrections.edit(message);
  }

  @Override
  public void withdraw(TenantId tenant, MessageId message) {
    corrections.withdraw(tenant, message, storage.now().plus(settings.remembered()));
  }

  @Override
  public Duration leaseTime() {
    return settings.lease();
  }

  @Override
  public Subscription listen(InboxListener listener) {
    // a wrapper, so that the same listener can be there twice
    InboxListener entry =
        new InboxListener() {
          @Override
          public void workReady() {
            listener.workReady();
          }

          @Override
          public void stopRequested(TurnRef turn) {
            listener.stopRequested(turn);
          }

          @Override
          public void turnLost(Lease lease) {
            listener.turnLost(lease);
          }
        };
    storage.listeners().add(entry);
    return () -> storage.listeners().remove(entry);
  }
}
