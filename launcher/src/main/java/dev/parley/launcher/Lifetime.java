package dev.parley.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The parts of the running bot in the order they were started. The end comes in two steps: first
/// everything drains, then the parts are closed; the last one first, both times.
///
/// Whatever happens to one part, the others have their turn.
final class Lifetime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

  private final Deque<Step> drains = new ArrayDeque<>();
  private final Deque<Step> closings = new ArrayDeque<>();
  private boolean over;

  /// Something to do at the end.
  @FunctionalInterface
  interface Ending {
    void run() throws Exception;
  }

  private record Step(String name, Ending ending) {}

  /// Takes a part that was started, to close it at the end: at once, where the end came meanwhile.
  synchronized <T extends AutoCloseable> T holds(String name, T part) {
    Step closing = new Step(name, part::close);
    if (over) {
      run(closing);
      throw new StartException("Parley is stopped before it has started.", null);
    }
    closings.push(closing);
    return part;
  }

  /// Takes what stops new work and waits for the running one; bounded by itself.
  synchronized void drains(String name, Ending drain) {
    drains.push(new Step(name, drain));
  }

  /// Ends everything; idempotent.
  @Override
  public synchronized void close() {
    over = true;
    drains.forEach(Lifetime::run);
    drains.clear();
    while (!closings.isEmpty()) {
      run(closings.pop());
    }
  }

  private static void run(Step step) {
    try {
      step.ending().run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      LOG.warn("Stopping: {} was interrupted", step.name());
    } catch (Exception broken) {
      LOG.warn("Stopping: {} failed", step.name(), broken);
    }
  }
}
