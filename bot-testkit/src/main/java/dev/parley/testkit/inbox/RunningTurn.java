package dev.parley.testkit.inbox;

import dev.parley.conversation.Turn;
import dev.parley.identity.MessageId;
import dev.parley.identity.UserId;
import dev.parley.inbox.TurnProgress;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A turn that somebody runs, or ran until its lease ended.
final class RunningTurn {
  private static final long NOBODY = 0;

  private List<InboundMessage> messages;
  private final long epoch;
  private final Map<String, String> journal = new HashMap<>();
  private long token;
  private long after;
  private int takeOvers;
  private boolean released;
  private boolean stopRequested;
  private boolean withdrawn;
  private boolean remembered;
  private @Nullable Turn before;
  private @Nullable Reply answer;

  RunningTurn(List<InboundMessage> messages, long epoch, long token, long after) {
    this.messages = List.copyOf(messages);
    this.epoch = epoch;
    this.token = token;
    this.after = after;
  }

  List<InboundMessage> messages() {
    return messages;
  }

  MessageId id() {
    return messages.getFirst().id();
  }

  UserId asker() {
    return messages.getFirst().author().id();
  }

  long epoch() {
    return epoch;
  }

  long token() {
    return token;
  }

  /// The token of the turn at whose end this one was claimed.
  boolean follows(long other) {
    return after != NOBODY && after == other;
  }

  TurnProgress progress() {
    return new TurnProgress(
        takeOvers, stopRequested, journal, Optional.ofNullable(answer), withdrawn);
  }

  void takeOver(long newToken) {
    token = newToken;
    after = NOBODY;
  }

  /// Counts a lost owner, unless it gave the turn back.
  int countOwner() {
    if (released) {
      released = false;
      return 0;
    }
    return ++takeOvers;
  }

  void release() {
    token = NOBODY;
    released = true;
  }

  boolean isOpen() {
    return answer == null && !withdrawn;
  }

  /// Begins anew from other messages; only the reply that people see already stays known, and
  /// which tools were called that are not to be called twice.
  void restart(List<InboundMessage> others) {
    messages = List.copyOf(others);
    Set<String> called = called();
    journal.keySet().retainAll(Set.of("reply", "again"));
    if (!called.isEmpty()) {
      journal.put("called", String.join(" ", called));
    }
    stopRequested = false;
    after = NOBODY;
    release();
  }

  private Set<String> called() {
    Set<String> called = new TreeSet<>();
    journal.forEach(
        (name, value) -> {
          if (name.endsWith("-begun") || name.equals("called")) {
            called.addAll(List.of(value.split(" ")));
          }
        });
    return called;
  }

  /// Is to be answered once more.
  ///
  /// @param exchange what stays remembered where the new answer brings nothing
  void again(Optional<Turn> exchange) {
    before = exchange.orElse(null);
    answer = null;
    remembered = false;
    takeOvers = 0;
    restart(messages);
    journal.put("again", "1");
  }

  /// What its conversation is to remember of it.
  Optional<Turn> memory(Optional<Turn> answered) {
    Optional<Turn> kept = answered.or(() -> Optional.ofNullable(before));
    remembered = kept.isPresent();
    return kept;
  }

  boolean isRemembered() {
    return remembered;
  }

  void withdraw() {
    withdrawn = true;
    restart(messages);
  }

  /// Leaves nothing to come back to, once the answer is posted that it has already.
  void disown() {
    withdrawn = true;
  }

  void stop() {
    stopRequested = true;
  }

  boolean isAnswered() {
    return answer != null;
  }

  void answer(Reply reply) {
    answer = reply;
  }

  void record(String name, String value) {
    journal.putIfAbsent(name, value);
  }

  void replace(String name, String value) {
    journal.put(name, value);
  }
}
