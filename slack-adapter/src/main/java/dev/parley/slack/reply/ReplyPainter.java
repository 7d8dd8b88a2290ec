package dev.parley.slack.reply;

import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows an answer's progress on a thread of its own, at the pace that Slack allows, so that a slow
/// Slack never holds the answer up.
final class ReplyPainter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyPainter.class);

  /// Slack shows a status for two minutes.
  private static final Duration STATUS_LASTS = Duration.ofSeconds(90);

  private final LiveAnswer answer;
  private final WorkStatus line;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<String> text = Optional.empty();
  private Optional<String> status = Optional.empty();
  private String lastStatus = "";
  private boolean started;
  private boolean closed;

  ReplyPainter(LiveAnswer answer, WorkStatus line) {
    this.answer = answer;
    this.line = line;
  }

  /// Takes the place of the text before; returns at once.
  void text(String whole) {
    change(() -> text = Optional.of(whole));
  }

  /// Takes the place of the status before; returns at once.
  void status(String what) {
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
        Thread.ofVirtual().name("slack-painter").start(this::paint);
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void paint() {
    try {
      while (awaitWork()) {
        taken(true).ifPresent(what -> attempt(() -> line.show(what)));
        Optional<String> whole = taken(false);
        if (whole.isPresent()) {
          attempt(() -> answer.show(whole.get()));
          rest(answer.pace());
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
      long left = STATUS_LASTS.toNanos();
      while (!closed && text.isEmpty() && status.isEmpty()) {
        left = changed.awaitNanos(left);
        if (left <= 0) {
          left = STATUS_LASTS.toNanos();
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
    } catch (SlackCallException notNow) {
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

  /// Begins nothing any more; what is on its way to Slack ends by itself. Idempotent.
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
