package dev.parley.discord.event;

import dev.parley.conversation.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what Discord tells, in its order, on the thread that tells it. Discord does not tell
/// twice: what could not be stored waits here, with all that came after it, and is taken in again
/// until it is stored.
public final class Intake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int MOST_WAITING = 10_000;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean retrying;
  private boolean lost;
  private volatile boolean closed;

  /// Takes one event in.
  ///
  /// @param event throws a [StoreUnavailableException] where it could not be stored; it may be
  ///     repeated
  public void take(Runnable event) {
    if (closed || isQueued(event)) {
      return;
    }
    try {
      run(event);
    } catch (StoreUnavailableException away) {
      LOG.warn("what is said in Discord waits: {}", away.getMessage());
      queue(event);
    }
  }

  /// Nothing overtakes what waits.
  private synchronized boolean isQueued(Runnable event) {
    if (!retrying) {
      return false;
    }
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
      lost = true;
    }
    return waiting.add(event);
  }

  /// Sessions tell on threads of their own: what one of them is about to put first may be second.
  private synchronized void queue(Runnable event) {
    waiting.addLast(event);
    if (!retrying) {
      retrying = true;
      Thread.ofVirtual().name("discord intake").start(this::retry);
    }
  }

  private static void run(Runnable event) {
    try {
      event.run();
    } catch (StoreUnavailableException away) {
      throw away;
    } catch (RuntimeException defect) {
      LOG.error("an event of Discord's could not be handled", defect);
    }
  }

  private void retry() {
    Duration wait = FIRST_WAIT;
    while (!closed) {
      LockSupport.parkNanos(wait.toNanos());
      if (isEmptied()) {
        return;
      }
      Duration longer = wait.multipliedBy(2);
      wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }
  }

  private boolean isEmptied() {
    while (true) {
      Runnable next;
      synchronized (this) {
        if (waiting.isEmpty()) {
          retrying = false;
          return true;
        }
        next = waiting.getFirst();
      }
      try {
        run(next);
      } catch (StoreUnavailableException away) {
        return false;
      }
      synchronized (this) {
        waiting.removeFirstOccurrence(next);
      }
    }
  }

  /// Whether all that was told is stored; asked again after something was lost, it is false until
  /// [#recovered()].
  public synchronized boolean isComplete() {
    return !retrying && !lost;
  }

  /// Whether something did not fit, and can be stored if it is asked for now.
  public synchronized boolean hasLost() {
    return !retrying && lost;
  }

  /// What was lost has been asked for again.
  public synchronized void recovered() {
    lost = false;
  }

  @Override
  public void close() {
    closed = true;
  }
}
