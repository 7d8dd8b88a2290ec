package dev.parley.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tool calls of one round while they run, each on a thread of its own. Their results are
/// handed out as they come, so that each can be noted at once. Used by one thread.
public final class RunningTools implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RunningTools.class);

  /// How long calls that are ended may take to hear of it.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final ToolContext context;
  private final ToolLimits limits;
  private final int resultBytes;
  private final HangingCalls hanging;
  private final Map<Integer, Running> running = new HashMap<>();
  private final BlockingQueue<Done> ended = new LinkedBlockingQueue<>();
  private Duration left;

  private record Running(int call, Tool tool, Thread thread, long begun, Duration limit) {
    long left(long now) {
      return limit.toNanos() - (now - begun);
    }
  }

  /// A result, and the number of its call in the round.
  ///
  /// @param took since the call began
  /// @param late whether it was given up, so that nobody knows what became of it
  public record Done(int call, ToolResult result, Duration took, boolean late) {}

  /// @param left of the time that all calls of the turn may take together
  RunningTools(
      ToolContext context,
      ToolLimits limits,
      int callsInRound,
      Duration left,
      HangingCalls hanging) {
    this.context = context;
    this.limits = limits;
    this.resultBytes = limits.resultBytes(callsInRound);
    this.left = left;
    this.hanging = hanging;
  }

  /// Whether one more call may run beside those that do.
  public boolean hasRoom() {
    return running.size() < limits.mostAtOnce();
  }

  /// What is left of the time that all calls of the turn may take together.
  public Duration left() {
    return left;
  }

  /// Begins to run a call.
  public void start(int number, Tool tool, ToolCall call) {
    long begun = System.nanoTime();
    Thread thread =
        Thread.ofVirtual()
            .name("tool " + call.name())
            .start(() -> ended.add(new Done(number, ran(tool, call), since(begun), false)));
    Duration limit = tool.timeLimit(limits.timeLimit());
    running.put(number, new Running(number, tool, thread, begun, limit));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private ToolResult ran(Tool tool, ToolCall call) {
    try {
      return ShortResult.of(tool.run(call.arguments(), context), resultBytes);
    } catch (RuntimeException | StackOverflowError broken) {
      log.warn("the tool {} broke", call.name(), broken);
      return ToolResult.brokenOff(tool.effect(), "it failed for a reason of its own");
    }
  }

  /// The numbers of the calls that run.
  public Set<Integer> calls() {
    return Set.copyOf(running.keySet());
  }

  /// Whether a result is still to come.
  public boolean hasNext() {
    return !running.isEmpty();
  }

  /// Waits for the next result. What goes wrong is one that the model can read.
  public Done next() throws InterruptedException {
    while (true) {
      long begun = System.nanoTime();
      Running first =
          running.values().stream()
              .min(Comparator.comparingLong(call -> call.left(begun)))
              .orElseThrow();
      long wait = Math.min(first.left(begun), left.toNanos());
      @Nullable Done done = ended.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
      left = left.minusNanos(System.nanoTime() - begun);
      if (done == null) {
        return givenUp(first);
      }
      if (running.remove(done.call()) != null) {
        return done;
      }
    }
  }

  private Done givenUp(Running late) {
    abandon(late);
    running.remove(late.call());
    String why =
        left.isPositive()
            ? "it took longer than " + late.limit().toSeconds() + " s"
            : "the time for all tools of this answer was used up while it ran";
    ToolResult result = ToolResult.brokenOff(late.tool().effect(), why);
    return new Done(late.call(), result, since(late.begun()), true);
  }

  private void abandon(Running call) {
    hanging.add(call.tool().spec().name(), call.thread());
    call.thread().interrupt();
  }

  /// Ends what still runs, waiting shortly until it has.
  ///
  /// @return what came to a result all the same: of a call that was interrupted, its failure says
  ///     nothing
  public List<Done> end() {
    List<Done> done = new ArrayList<>();
    ended.drainTo(done);
    done.removeIf(result -> running.remove(result.call()) == null);
    running.values().forEach(this::abandon);
    long until = System.nanoTime() + GRACE.toNanos();
    while (!running.isEmpty()) {
      @Nullable Done late = within(until - System.nanoTime());
      if (late == null) {
        break;
      }
      if (running.remove(late.call()) != null && !(late.result() instanceof ToolResult.Failure)) {
        done.add(late);
      }
    }
    running.clear();
    return done;
  }

  private @Nullable Done within(long nanos) {
    try {
      return ended.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// Tells what still runs to end, and waits for nothing.
  @Override
  public void close() {
    running.values().forEach(this::abandon);
    running.clear();
  }
}
