package dev.parley.tool;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tool calls of one round while they run. Their results are handed out as they come, so that
/// each can be noted at once. Used by one thread.
public final class RunningTools implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RunningTools.class);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("tool-", 0).factory());
  private final BlockingQueue<Done> ended = new LinkedBlockingQueue<>();
  private final Map<Integer, Running> running = new HashMap<>();
  private final long begun = System.nanoTime();

  record Task(Supplier<ToolResult> call, Duration timeLimit) {}

  private record Running(int call, Duration timeLimit, Future<?> thread) {}

  /// A result, and the number of its call in the round.
  public record Done(int call, ToolResult result) {}

  RunningTools(List<Task> tasks) {
    for (int number = 0; number < tasks.size(); number++) {
      int call = number;
      Task task = tasks.get(call);
      Future<?> thread = threads.submit(() -> ended.add(new Done(call, ran(task.call()))));
      running.put(call, new Running(call, task.timeLimit(), thread));
    }
  }

  private static ToolResult ran(Supplier<ToolResult> call) {
    try {
      return call.get();
    } catch (RuntimeException broken) {
      log.warn("a tool broke", broken);
      return new ToolResult.Failure("it failed for a reason of its own");
    }
  }

  /// Whether a result is still to come.
  public boolean hasNext() {
    return !running.isEmpty();
  }

  /// Waits for the next result.
  public Done next() throws InterruptedException {
    while (true) {
      Running first =
          running.values().stream().min(Comparator.comparing(Running::timeLimit)).orElseThrow();
      long left = first.timeLimit().toNanos() - (System.nanoTime() - begun);
      Done done = ended.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
      if (done == null) {
        return givenUp(first);
      }
      if (running.remove(done.call()) != null) {
        return done;
      }
    }
  }

  private Done givenUp(Running late) {
    late.thread().cancel(true);
    running.remove(late.call());
    return new Done(
        late.call(),
        new ToolResult.Failure("it took longer than " + late.timeLimit().toSeconds() + " s"));
  }

  /// Ends what still runs, and waits until it has.
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
