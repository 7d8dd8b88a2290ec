package dev.parley.testkit.inbox;

import dev.parley.conversation.Compaction;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Turn;
import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import dev.parley.inbox.TurnRef;
import dev.parley.message.InboundMessage;
import dev.parley.message.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is known of one conversation: its history, who waits, and the turn that runs.
final class ConversationState {
  private static final int MOST_TURNS = 1000;

  private final ConversationId id;
  private final List<InboundMessage> waiting = new ArrayList<>();
  private final List<Turn> history = new ArrayList<>();
  private final Set<UserId> summarised = new HashSet<>();
  private @Nullable String summary;
  private @Nullable RunningTurn turn;
  private @Nullable Instant claimableAt;
  private long epoch;

  ConversationState(ConversationId id) {
    this.id = id;
  }

  ConversationId id() {
    return id;
  }

  List<InboundMessage> waiting() {
    return waiting;
  }

  Optional<RunningTurn> turn() {
    return Optional.ofNullable(turn);
  }

  /// Absent: idle. In the past: anybody's. In the future: somebody's until then.
  Optional<Instant> claimableAt() {
    return Optional.ofNullable(claimableAt);
  }

  void claimableAt(@Nullable Instant at) {
    claimableAt = at;
  }

  long epoch() {
    return epoch;
  }

  Conversation conversation() {
    return new Conversation(id, Optional.ofNullable(summary), history);
  }

  void begin(RunningTurn begun) {
    turn = begun;
  }

  void end() {
    turn = null;
  }

  /// What is answered together next: the first waiting message, and what its author said after it
  /// in the same place.
  List<InboundMessage> take(int most) {
    List<InboundMessage> taken = new ArrayList<>();
    for (Iterator<InboundMessage> i = waiting.iterator(); i.hasNext() && taken.size() < most; ) {
      InboundMessage next = i.next();
      if (taken.isEmpty() || together(taken.getFirst(), next)) {
        taken.add(next);
        i.remove();
      }
    }
    return taken;
  }

  private static boolean together(InboundMessage one, InboundMessage other) {
    return one.wish() == Wish.ANSWER
        && other.wish() == Wish.ANSWER
        && one.author().id().equals(other.author().id())
        && one.place().channel().equals(other.place().channel())
        && one.place().thread().equals(other.place().thread());
  }

  void remember(Turn answered) {
    history.add(answered);
  }

  void beginWith(Turn exchange) {
    if (epoch == 0 && history.isEmpty() && summary == null) {
      history.add(exchange);
    }
  }

  /// Forgets a message, and its answer where that answers nothing else.
  void forget(MessageId message) {
    List<Turn> kept =
        history.stream()
            .flatMap(past -> past.asks(message) ? past.without(message).stream() : Stream.of(past))
            .toList();
    history.clear();
    history.addAll(kept);
  }

  /// Forgets what a person said and was answered.
  ///
  /// @return what was there of it
  List<Turn> forget(UserId person) {
    List<Turn> told = history.stream().filter(past -> past.quotes(person)).toList();
    List<Turn> kept =
        history.stream()
            .flatMap(past -> past.quotes(person) ? past.without(person).stream() : Stream.of(past))
            .toList();
    history.clear();
    history.addAll(kept);
    return told;
  }

  /// Forgets the summary where it may hold words of this person, and says whether it did.
  boolean forgetSummary(UserId person) {
    boolean holds = summary != null && summarised.contains(person);
    if (holds) {
      summary = null;
      summarised.clear();
    }
    return holds;
  }

  void drop(Turn past) {
    history.remove(past);
  }

  void compact(Compaction compaction) {
    List<Turn> dropped = history.subList(0, Math.min(compaction.droppedTurns(), history.size()));
    dropped.stream()
        .flatMap(past -> past.questions().stream())
        .forEach(question -> summarised.add(question.author().id()));
    dropped.clear();
    summary = compaction.summary();
  }

  void bound() {
    history.subList(0, Math.max(0, history.size() - MOST_TURNS)).clear();
  }

  void reset() {
    history.clear();
    summary = null;
    summarised.clear();
    epoch++;
  }

  /// The turn that runs for a message of this place, as long as it has no answer.
  Optional<TurnRef> turnIn(Place place) {
    return turn()
        .filter(running -> !running.isAnswered() && isIn(running.messages().getFirst(), place))
        .map(running -> new TurnRef(id(), running.id()));
  }

  private static boolean isIn(InboundMessage message, Place place) {
    return message.place().channel().equals(place.channel())
        && (message.place().thread().equals(place.thread())
            || place.thread().filter(message.id()::equals).isPresent());
  }
}
