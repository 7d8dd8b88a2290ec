package dev.parley.ingestion;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes those who wait for something to happen in this instance.
final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();

  void ring() {
    lock.lock();
    try {
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it rings, but no longer than this. It may have rung just before.
  void await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      var _ = rung.await(most.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      lock.unlock();
    }
  }
}
