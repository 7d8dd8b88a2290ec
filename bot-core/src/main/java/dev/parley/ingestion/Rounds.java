package dev.parley.ingestion;

import dev.parley.conversation.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the same again and again, on a thread of its own.
final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final String name;
  private final Duration between;
  private final Runnable round;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param round ends soon when it is interrupted
  Rounds(String name, Duration between, Runnable round) {
    this.name = name;
    this.between = between;
    this.round = round;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::go);
  }

  void begin() {
    thread.start();
  }

  private void go() {
    try {
      do {
        once();
      } while (!closed.await(between.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException over) {
      log.debug("{}: over, as this instance goes down", name);
    }
  }

  private void once() {
    try {
      round.run();
    } catch (StoreUnavailableException away) {
      log.debug("{}: {}", name, away.getMessage());
    } catch (RuntimeException defect) {
      if (closed.getCount() > 0) {
        // the thread would end without a word
        log.error("{} failed", name, defect);
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(LONGEST_STOP);
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    }
  }
}
