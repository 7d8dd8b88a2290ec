package dev.parley.testkit.model;

import dev.parley.model.FinishReason;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelException;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import dev.parley.model.ModelUnreachableException;
import dev.parley.testkit.model.ScriptedReply.Beat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Plays one reply, by the rules that every model's stream follows.
final class ScriptedStream implements ModelStream {
  private static final Duration LOOK_AROUND = Duration.ofMillis(5);

  private final ModelRequest request;
  private final ScriptedReply reply;
  private final Deque<Beat> beats;
  private final SaidContent said = new SaidContent();
  private final long deadline;
  private volatile boolean closed;
  private boolean over;

  ScriptedStream(ModelRequest request, ScriptedReply reply) {
    this.request = request;
    this.reply = reply;
    this.beats = new ArrayDeque<>(reply.beats());
    this.deadline = System.nanoTime() + request.timeLimit().toNanos();
  }

  @Override
  public boolean hasNext() {
    return !over;
  }

  @Override
  public ModelEvent next() {
    if (over) {
      throw new NoSuchElementException("the stream is over");
    }
    try {
      ModelEvent event = played();
      over = event instanceof ModelEvent.Finished;
      return event;
    } catch (ModelException e) {
      over = true;
      throw e;
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private ModelEvent played() {
    while (!beats.isEmpty()) {
      checkNotCancelled();
      switch (beats.removeFirst()) {
        case Beat.Say(var event) -> {
          said.add(event);
          return event;
        }
        case Beat.Hold(var gate) -> {
          if (!opened(gate)) {
            return failed(new ModelUnreachableException("the time limit has passed", null));
          }
        }
        case Beat.Fail(var failure) -> {
          return failed(failure);
        }
      }
    }
    checkNotCancelled();
    return finished(reply.ending());
  }

  private boolean opened(CountDownLatch gate) {
    try {
      while (!gate.await(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)) {
        checkNotCancelled();
        if (System.nanoTime() - deadline > 0) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelCancelledException("the reading thread was interrupted", e);
    }
  }

  private void checkNotCancelled() {
    if (closed || Thread.currentThread().isInterrupted()) {
      throw new ModelCancelledException("the call was aborted", null);
    }
  }

  private ModelEvent failed(ModelException failure) {
    if (said.visible()) {
      return finished(FinishReason.CUT);
    }
    throw failure;
  }

  private ModelEvent finished(FinishReason reason) {
    return new ModelEvent.Finished(reason, reply.usage(), request.model(), said.content());
  }
}
