package dev.parley.ingestion;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.knowledge.IngestQueue;
import dev.parley.knowledge.IngestQueue.ClaimedJob;
import dev.parley.knowledge.JobState.Stage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes how far a job is, and keeps it this instance's meanwhile. Where it is not any more, the
/// thread is interrupted that works on it.
final class JobProgress implements Progress, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobProgress.class);
  private static final int RENEWALS_PER_LEASE = 3;

  private final IngestQueue queue;
  private final ClaimedJob claimed;
  private final Duration lease;
  private final Thread worker = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private Stage stage = Stage.READING;
  private int done;
  private int of;
  private boolean lost;
  private boolean closed;

  /// For the work of the calling thread.
  JobProgress(IngestQueue queue, ClaimedJob claimed, Duration lease) {
    this.queue = queue;
    this.claimed = claimed;
    this.lease = lease;
    Thread.ofVirtual().name("ingest-lease").start(this::keep);
  }

  @Override
  public synchronized void report(Stage now, int ready, int all) {
    stage = now;
    done = ready;
    of = all;
    if (!renew()) {
      throw new JobLostException(claimed.job().id());
    }
  }

  /// Whether it is this instance's still.
  synchronized boolean renew() {
    lost = lost || !queue.progress(claimed, stage, done, of, lease);
    return !lost;
  }

  private void keep() {
    try {
      Duration wait = lease.dividedBy(RENEWALS_PER_LEASE);
      while (!over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        renewOrStop();
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void renewOrStop() {
    try {
      if (!closed && !renew()) {
        worker.interrupt();
      }
    } catch (StoreUnavailableException away) {
      log.debug("the lease of {} was not renewed: {}", claimed.job().id(), away.getMessage());
    }
  }

  synchronized boolean isLost() {
    return lost;
  }

  /// After this, the worker's thread is not interrupted any more.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    over.countDown();
  }
}
