package dev.parley.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets one thread sleep until something happens; what happens before it sleeps is not missed.
final class Wake {
  private final Semaphore rings = new Semaphore(0);

  void ring() {
    rings.release();
  }

  void await(Duration most) throws InterruptedException {
    if (rings.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }
}
