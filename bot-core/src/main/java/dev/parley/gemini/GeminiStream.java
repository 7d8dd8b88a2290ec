package dev.parley.gemini;

import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelException;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelStream;
import dev.parley.model.ModelUnreachableException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The events of one call, read on a virtual thread of its own.
///
/// So the reader's wait can be ended at once from any side, whatever kind of thread it is, and
/// retries need no room in the reader.
final class GeminiStream implements ModelStream {
  /// The HTTP call ends itself at the time limit; this is for the case that it does not.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private final LiveCall live = new LiveCall();
  private final Deadline deadline;
  private final Thread reader;
  private boolean over;

  private sealed interface Item {
    record Event(ModelEvent event) implements Item {}

    record Failure(ModelException exception) implements Item {}
  }

  private GeminiStream(ModelRequest request, ModelChain chain) {
    this.deadline = Deadline.in(request.timeLimit());
    RunningRequest running = new RunningRequest(request, deadline, live, this::put);
    this.reader = Thread.ofVirtual().name("gemini-call").unstarted(() -> read(running, chain));
  }

  static GeminiStream start(ModelRequest request, ModelChain chain) {
    GeminiStream stream = new GeminiStream(request, chain);
    stream.reader.start();
    return stream;
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
    Item item = take();
    over = !(item instanceof Item.Event(var event)) || event instanceof ModelEvent.Finished;
    return switch (item) {
      case Item.Event(var event) -> event;
      case Item.Failure(var exception) -> throw exception;
    };
  }

  @Override
  public void close() {
    live.abort();
    reader.interrupt();
    items.add(cancelled(null));
  }

  private Item take() {
    try {
      Item item = items.poll(deadline.left().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
      if (live.aborted()) {
        return cancelled(null);
      }
      return item == null ? overdue() : item;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      return cancelled(e);
    }
  }

  private Item overdue() {
    close();
    return new Item.Failure(new ModelUnreachableException("the time limit has passed", null));
  }

  private static Item cancelled(@Nullable InterruptedException cause) {
    return new Item.Failure(new ModelCancelledException("the call was aborted", cause));
  }

  private void put(ModelEvent event) {
    items.add(new Item.Event(event));
  }

  /// Whatever happens, an item is put that ends the reader's wait.
  private void read(RunningRequest running, ModelChain chain) {
    try {
      put(chain.run(running));
    } catch (ModelException e) {
      items.add(new Item.Failure(e));
    } catch (RuntimeException | Error e) {
      items.add(new Item.Failure(new ModelUnreachableException("the call broke: " + e, e)));
    }
  }
}
