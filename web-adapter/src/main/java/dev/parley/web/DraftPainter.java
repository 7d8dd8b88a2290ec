package dev.parley.web;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.platform.RoomDraft;
import dev.parley.platform.RoomLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows the latest state of a growing answer at a steady pace, on a thread of its own, so that a
/// slow store never holds the answer up.
final class DraftPainter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DraftPainter.class);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

  private final RoomLog log;
  private final String room;
  private final Duration interval;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private Optional<RoomDraft> waiting = Optional.empty();
  private boolean closed;

  DraftPainter(RoomLog log, String room, Duration interval) {
    this.log = log;
    this.room = room;
    this.interval = interval;
    this.thread = Thread.ofVirtual().name("draft-painter").unstarted(this::paint);
  }

  void start() {
    thread.start();
  }

  /// Takes the place of what was to be shown before; returns at once.
  void show(RoomDraft draft) {
    lock.lock();
    try {
      waiting = Optional.of(draft);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void paint() {
    try {
      for (Optional<RoomDraft> draft = next(); draft.isPresent(); draft = next()) {
        showNow(draft.get());
        rest();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<RoomDraft> next() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      Optional<RoomDraft> next = closed ? Optional.empty() : waiting;
      waiting = Optional.empty();
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void showNow(RoomDraft draft) {
    try {
      log.show(RoomName.TENANT, room, draft);
    } catch (StoreUnavailableException e) {
      LOG.debug("draft {} in room {} is not shown: {}", draft.id(), room, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("draft {} in room {} could not be shown: {}", draft.id(), room, e.toString());
    }
  }

  private void rest() throws InterruptedException {
    lock.lock();
    try {
      long left = interval.toNanos();
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Shows nothing any more once this returns; idempotent.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    farewell();
  }

  private void farewell() {
    try {
      if (!thread.join(LONGEST_GOODBYE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
