package dev.parley.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows an answer's progress on a thread of its own, at the pace that its platform allows, so that
/// a slow platform never holds the answer up.
public final class ProgressPainter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressPainter.class);

  private final Progress progress;
  private final Duration statusLasts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<String> text = Optional.empty();
  private Optional<String> status = Optional.empty();
  private String lastStatus = "";
  private boolean started;
  private boolean closed;

  /// Where progress is seen. Used by one thread; what fails is passed over.
  public interface Progress {
    /// Shows what the bot is at work at.
    void status(String what);

    /// Shows all that is there of the answer.
    void text(String whole);

    /// How long to wait before the next text.
    Duration pace();
  }

  /// @param statusLasts after how long a status is shown anew, since it would vanish
  public ProgressPainter(Progress progress, Duration statusLasts) {
    this.progress = progress;
    this.statusLasts = statusLasts;
  }

  /// Takes the place of the text before; returns at once.
  public void text(String whole) {
    change(() -> text = Optional.of(whole));
  }

  /// Takes the place of the status before; returns at once.
  public void status(String what) {
    change(
        () -> {
          if (!what.equals(lastStatus)) {
            status = Optional.of(what);
            lastStatus = what;
          }
        });
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      if (!started && !closed) {
        started = true;
        Thread.ofVirtual().name("painter").start(this::paint);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void paint() {
    try {
      while (awaitWork()) {
        taken(true).ifPresent(what -> attempt(() -> progress.status(what)));
        Optional<String> whole = taken(false);
        if (whole.isPresent()) {
          attempt(() -> progress.text(whole.get()));
          rest(progress.pace());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// False once there is nothing to do any more. A status that is about to vanish is work.
  private boolean awaitWork() throws InterruptedException {
    lock.lock();
    try {
      long left = statusLasts.toNanos();
      while (!closed && text.isEmpty() && status.isEmpty()) {
        left = changed.awaitNanos(left);
        if (left <= 0) {
          left = statusLasts.toNanos();
          status = Optional.of(lastStatus).filter(last -> !last.isEmpty());
        }
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private Optional<String> taken(boolean ofStatus) {
    lock.lock();
    try {
      Optional<String> next = ofStatus ? status : text;
      if (ofStatus) {
        status = Optional.empty();
      } else {
        text = Optional.empty();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private static void attempt(Runnable showing) {
    try {
      showing.run();
    } catch (DeliveryException notNow) {
      LOG.debug("progress is not shown: {}", notNow.getMessage());
    } catch (RuntimeException failure) {
      LOG.warn("progress could not be shown: {}", failure.toString());
    }
  }

  private void rest(Duration time) throws InterruptedException {
    lock.lock();
    try {
      long left = time.toNanos();
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Begins nothing any more; what is on its way ends by itself. Idempotent.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
