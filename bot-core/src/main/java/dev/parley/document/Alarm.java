package dev.parley.document;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Ends this process where something takes longer than it may, whatever its other threads do.
final class Alarm {
  private static final int TOO_LATE = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long at = Long.MAX_VALUE;

  Alarm() {
    Thread.ofPlatform().daemon().name("alarm").start(this::watch);
  }

  /// Rings after a time, and not at any that was set before.
  void set(Duration time) {
    lock.lock();
    try {
      at = System.nanoTime() + time.toNanos();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    lock.lock();
    try {
      while (at - System.nanoTime() > 0) {
        changed.await(at - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException unwanted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    Runtime.getRuntime().halt(TOO_LATE);
  }
}
