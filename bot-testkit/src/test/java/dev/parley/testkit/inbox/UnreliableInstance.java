package dev.parley.testkit.inbox;

import dev.parley.inbox.Accepted;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.Inbox;
import dev.parley.inbox.TurnLostException;
import dev.parley.message.InboundMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// An instance of the bot that forgets turns, gives them back, and falls asleep over them.
final class UnreliableInstance {
  private static final Duration NAP = Duration.ofMillis(20);

  private final Inbox inbox;
  private final Random random;
  private volatile boolean ended;

  UnreliableInstance(Inbox inbox, long seed) {
    this.inbox = inbox;
    random = new Random(seed);
  }

  void work() {
    while (!ended) {
      inbox.claimDue(Said.SPOKEN, 2).forEach(this::run);
      LockSupport.parkNanos(NAP.toNanos());
    }
  }

  void end() {
    ended = true;
  }

  void hear(InboundMessage message) {
    if (inbox.accept(message, chance(70)) instanceof Accepted.Claimed(ClaimedTurn turn)) {
      run(turn);
    }
  }

  private void run(ClaimedTurn first) {
    Optional<ClaimedTurn> turn = Optional.of(first);
    while (turn.isPresent()) {
      try {
        turn = runOne(turn.get());
      } catch (TurnLostException e) {
        return;
      }
    }
  }

  private Optional<ClaimedTurn> runOne(ClaimedTurn turn) {
    if (chance(10)) {
      return Optional.empty();
    }
    if (chance(10)) {
      inbox.release(turn.lease());
      return Optional.empty();
    }
    if (chance(10)) {
      LockSupport.parkNanos(inbox.leaseTime().multipliedBy(2).toNanos());
    }
    inbox.answered(turn.lease(), Said.REPLY, Optional.of(Said.turn(turn)));
    if (chance(10)) {
      return Optional.empty();
    }
    return inbox.done(turn.lease(), Optional.empty(), chance(70));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
