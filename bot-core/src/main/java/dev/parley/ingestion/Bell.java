package dev.parley.ingestion;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes those who wait for something to happen in this instance.
final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long rings;

  void ring() {
    lock.lock();
    try {
      rings++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it rings, but no longer than this. It may have rung just before.
  void await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long before = rings;
      long rest = most.toNanos();
      while (rings == before && rest > 0) {
        rest = rung.awaitNanos(rest);
      }
    } finally {
      lock.unlock();
    }
  }
}
