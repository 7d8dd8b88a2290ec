package dev.parley.gemini;

import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelException;
import dev.parley.model.ModelUnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Calls that are made at the same time, each on a virtual thread: whatever kind of thread waits
/// for them, an interrupt ends them all, and so does the first that fails.
final class SideBySide {
  private SideBySide() {}

  /// One of the calls.
  @FunctionalInterface
  interface Part<T> {
    T run(LiveCall live);
  }

  /// What all of them gave, in their order.
  static <T> List<T> all(List<Part<T>> parts) {
    List<LiveCall> lives = parts.stream().map(_ -> new LiveCall()).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<T> ended = new ExecutorCompletionService<>(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int at = 0; at < parts.size(); at++) {
        Part<T> part = parts.get(at);
        LiveCall live = lives.get(at);
        futures.add(ended.submit(() -> part.run(live)));
      }
      try {
        awaitAll(ended, parts.size());
        return futures.stream().map(Future::resultNow).toList();
      } finally {
        lives.forEach(LiveCall::abort);
        threads.shutdownNow();
      }
    }
  }

  /// Until the last has ended, or the first has failed.
  private static <T> void awaitAll(CompletionService<T> ended, int count) {
    try {
      for (int at = 0; at < count; at++) {
        ended.take().get();
      }
    } catch (InterruptedException aborted) {
      Thread.currentThread().interrupt();
      throw new ModelCancelledException("the call was aborted", aborted);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof ModelException known
          ? known
          : new ModelUnreachableException("the call broke: " + failed.getCause(), failed);
    }
  }
}
