package dev.parley.engine;

import dev.parley.inbox.Lease;
import dev.parley.inbox.TurnRef;
import dev.parley.turn.Cancellation;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The turns that this instance runs now, and the room it has for more.
final class RunningTurns {
  private record Running(Lease lease, Cancellation cancellation) {}

  private final int most;
  private final Semaphore room;
  private final Map<TurnRef, Running> running = new HashMap<>();
  private boolean turnedAway;

  RunningTurns(int most) {
    this.most = most;
    this.room = new Semaphore(most);
  }

  /// Takes room for one turn; false where there is none.
  boolean reserve() {
    return reserve(1) == 1;
  }

  /// Takes room for up to so many turns, and says for how many.
  synchronized int reserve(int turns) {
    int reserved = Math.min(turns, room.availablePermits());
    turnedAway |= reserved == 0;
    room.acquireUninterruptibly(reserved);
    return reserved;
  }

  /// Gives room back.
  ///
  /// @return whether work may wait that found no room before
  synchronized boolean free(int turns) {
    room.release(turns);
    boolean lookAgain = turnedAway && turns > 0;
    turnedAway = false;
    return lookAgain;
  }

  /// Registers a turn that begins in room reserved before. Where this instance still runs it by an
  /// older lease, that run is lost.
  synchronized Cancellation begin(Lease lease) {
    Cancellation cancellation = new Cancellation();
    @Nullable Running former = running.put(lease.turn(), new Running(lease, cancellation));
    if (former != null) {
      former.cancellation().cancel(Cancellation.Cause.LOST);
    }
    return cancellation;
  }

  synchronized void end(Lease lease) {
    Running current = running.get(lease.turn());
    if (current != null && current.lease().equals(lease)) {
      running.remove(lease.turn());
    }
  }

  synchronized Collection<Lease> leases() {
    return running.values().stream().map(Running::lease).toList();
  }

  synchronized void cancel(TurnRef turn, Cancellation.Cause cause) {
    @Nullable Running current = running.get(turn);
    if (current != null) {
      current.cancellation().cancel(cause);
    }
  }

  /// Ends a run whose lease another one took over, and not the other one, where that is here too.
  synchronized void lose(Lease lease) {
    @Nullable Running current = running.get(lease.turn());
    if (current != null && current.lease().equals(lease)) {
      current.cancellation().cancel(Cancellation.Cause.LOST);
    }
  }

  synchronized void cancelAll(Cancellation.Cause cause) {
    running.values().forEach(turn -> turn.cancellation().cancel(cause));
  }

  /// Waits until no room is taken.
  ///
  /// @return whether that came to pass in time
  boolean awaitNone(Duration time) throws InterruptedException {
    boolean none = room.tryAcquire(most, time.toMillis(), TimeUnit.MILLISECONDS);
    if (none) {
      room.release(most);
    }
    return none;
  }
}
