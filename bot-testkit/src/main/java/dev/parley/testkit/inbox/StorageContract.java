package dev.parley.testkit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.AnswerPolicy;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.InboxSettings;
import dev.parley.message.InboundMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/// What the contracts of a storage share: one that is new for each test, and the usual steps.
public abstract class StorageContract {
  /// How long a test waits for what must come.
  protected static final Duration HANG = Duration.ofSeconds(20);

  /// Default settings, with a lease that does not end by itself within a test.
  protected static final InboxSettings SETTINGS = withLease(Duration.ofMinutes(1));

  /// Settings with a lease whose end a test can wait for.
  protected static final InboxSettings SHORT_LEASE = withLease(Duration.ofMillis(200));

  protected Storage storage;
  protected Inbox inbox;

  /// An empty storage.
  protected abstract Storage newStorage();

  @BeforeEach
  void open() {
    storage = newStorage();
    inbox = storage.inbox(SETTINGS);
  }

  protected static InboxSettings withLease(Duration lease) {
    InboxSettings defaults = InboxSettings.DEFAULTS;
    return new InboxSettings(
        lease,
        defaults.mostTakeOvers(),
        defaults.mostWaiting(),
        defaults.mergeWaiting(),
        defaults.remembered(),
        defaults.defaultScope(),
        AnswerPolicy.THREAD);
  }

  /// Hands a message in and expects its turn to begin.
  protected ClaimedTurn begin(InboundMessage message) {
    return begin(inbox, message);
  }

  protected static ClaimedTurn begin(Inbox at, InboundMessage message) {
    Accepted accepted = at.accept(message, true);
    assertThat(accepted).isInstanceOf(Accepted.Claimed.class);
    return ((Accepted.Claimed) accepted).turn();
  }

  /// Hands messages in and expects them to wait.
  protected void wait(InboundMessage... messages) {
    for (InboundMessage message : messages) {
      assertThat(inbox.accept(message, true)).isInstanceOf(Accepted.Waiting.class);
    }
  }

  /// Answers a turn, and takes the next one of its conversation.
  protected Optional<ClaimedTurn> finish(ClaimedTurn turn) {
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    return inbox.done(turn.lease(), Optional.empty(), true);
  }

  /// Claims a turn as soon as its owner's lease has ended.
  protected static ClaimedTurn takenOver(Inbox by) {
    AtomicReference<List<ClaimedTurn>> claimed = new AtomicReference<>(List.of());
    Awaitility.await()
        .atMost(HANG)
        .until(
            () -> {
              claimed.set(by.claimDue(Said.SPOKEN, 1));
              return !claimed.get().isEmpty();
            });
    return claimed.get().getFirst();
  }

  protected static List<String> ids(ClaimedTurn turn) {
    return turn.messages().stream().map(InboundMessage::id).map(MessageId::value).toList();
  }

  protected static List<String> ids(Conversation conversation) {
    return conversation.turns().stream().map(Turn::id).map(MessageId::value).toList();
  }

  protected List<String> remembered(ConversationId conversation) {
    return ids(storage.conversations().read(conversation));
  }
}
