package dev.parley.picture;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where pictures are decoded: some at a time, each on a thread of the system's own, since those of
/// virtual threads are few and would stand still meanwhile.
final class Darkroom {
  private static final Logger log = LoggerFactory.getLogger(Darkroom.class);

  private final Semaphore room;

  Darkroom(int atOnce) {
    this.room = new Semaphore(atOnce);
  }

  /// Waits for its turn, and until it is done. Whatever a reader trips over is an outcome.
  ///
  /// @throws InterruptedException where nobody waits for it any more; its room is free when it ends
  PictureOutcome develop(Callable<PictureOutcome> work) throws InterruptedException {
    room.acquire();
    FutureTask<PictureOutcome> task = new FutureTask<>(() -> done(work));
    if (!begun(task)) {
      room.release();
      return new PictureOutcome.NoRoom();
    }
    try {
      return task.get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("every failure is an outcome", impossible);
    }
  }

  private boolean begun(Runnable task) {
    try {
      Thread.ofPlatform().daemon().name("picture").start(() -> released(task));
      return true;
    } catch (OutOfMemoryError full) {
      log.warn("a picture found no thread: {}", full.toString());
      return false;
    }
  }

  private void released(Runnable task) {
    try {
      task.run();
    } finally {
      room.release();
    }
  }

  /// Readers fail in many ways on what strangers send, also with errors.
  private static PictureOutcome done(Callable<PictureOutcome> work) {
    try {
      return work.call();
    } catch (OutOfMemoryError full) {
      log.warn("a picture found no room in memory: {}", full.toString());
      return new PictureOutcome.NoRoom();
    } catch (IOException | RuntimeException | Error broken) {
      log.info("a picture cannot be decoded: {}", broken.toString());
      return new PictureOutcome.Damaged();
    } catch (Exception other) {
      throw new IllegalStateException("decoding a picture throws nothing else", other);
    }
  }
}
