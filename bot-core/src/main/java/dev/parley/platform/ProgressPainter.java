package dev.parley.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
  private Optional<List<ToolStep>> steps = Optional.empty();
  private String lastStatus = "";
  private boolean started;
  private boolean closed;

  /// Where progress is seen. Used by one thread; what fails is passed over.
  public interface Progress {
    /// Shows what the bot is at work at.
    void status(String what);

    /// Shows what tools do and did for the answer.
    void steps(List<ToolStep> all);

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

  /// Takes the place of the steps before; returns at once.
  public void steps(List<ToolStep> all) {
    change(() -> steps = Optional.of(all));
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
        takenStatus().ifPresent(what -> attempt(() -> progress.status(what)));
        Optional<List<ToolStep>> all = takenSteps();
        all.ifPresent(some -> attempt(() -> progress.steps(some)));
        Optional<String> whole = takenText();
        whole.ifPresent(grown -> attempt(() -> progress.text(grown)));
        if (all.isPresent() || whole.isPresent()) {
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
      while (!closed && text.isEmpty() && status.isEmpty() && steps.isEmpty()) {
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

  private Optional<String> takenStatus() {
    return locked(
        () -> {
          Optional<String> next = status;
          status = Optional.empty();
          return next;
        });
  }

  private Optional<List<ToolStep>> takenSteps() {
    return locked(
        () -> {
          Optional<List<ToolStep>> next = steps;
          steps = Optional.empty();
          return next;
        });
  }

  private Optional<String> takenText() {
    return locked(
        () -> {
          Optional<String> next = text;
          text = Optional.empty();
          return next;
        });
  }

  private <T> T locked(Supplier<T> taking) {
    lock.lock();
    try {
      return taking.get();
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
