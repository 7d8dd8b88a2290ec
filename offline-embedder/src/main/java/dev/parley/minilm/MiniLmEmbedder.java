package dev.parley.minilm;

import dev.parley.model.Embedding;
import dev.parley.model.ModelCancelledException;
import dev.parley.model.ModelUnreachableException;
import dev.parley.model.OfflineEmbedder;
import dev.parley.model.VectorSpace;
import dev.parley.usage.Booking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// Makes vectors by all-MiniLM-L6-v2 in this process; it understands English, and costs nothing.
///
/// One platform thread does all the work, in small portions: native code would hold the threads
/// that carry virtual ones, and a question waits for one portion only.
public final class MiniLmEmbedder implements OfflineEmbedder {
  private static final VectorSpace SPACE = new VectorSpace("all-minilm-l6-v2-q", MiniLm.DIMENSIONS);

  /// Between what is measured of questions with their answers, and with other passages.
  private static final double RELEVANT_FROM = 0.3;

  private static final int PORTION = 16;

  private final Path folder;
  private final ExecutorService worker;

  /// Of the worker alone.
  private @Nullable MiniLm model;

  /// @param folder where native libraries are unpacked
  public MiniLmEmbedder(Path folder) {
    this.folder = folder;
    this.worker =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("minilm").daemon().factory());
  }

  @Override
  public VectorSpace space() {
    return SPACE;
  }

  @Override
  public double relevantFrom() {
    return RELEVANT_FROM;
  }

  @Override
  public List<Embedding> passages(List<TitledText> passages, Booking booking) {
    List<String> texts = passages.stream().map(MiniLmEmbedder::whole).toList();
    List<Embedding> vectors = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += PORTION) {
      List<String> portion = texts.subList(from, Math.min(texts.size(), from + PORTION));
      vectors.addAll(worked(() -> loaded().meanings(portion)));
    }
    return vectors;
  }

  private static String whole(TitledText passage) {
    return passage.title().isBlank() ? passage.text() : passage.title() + "\n" + passage.text();
  }

  @Override
  public Embedding question(String words, Booking booking) {
    return worked(() -> loaded().meanings(List.of(words))).getFirst();
  }

  private <T> T worked(Callable<T> work) {
    if (Thread.currentThread().isInterrupted()) {
      throw new ModelCancelledException("the thread was interrupted", null);
    }
    try {
      return await(worker.submit(work));
    } catch (RejectedExecutionException closed) {
      throw new ModelUnreachableException("the offline model was closed", closed);
    }
  }

  private static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException aborted) {
      work.cancel(false);
      Thread.currentThread().interrupt();
      throw new ModelCancelledException("the thread was interrupted", aborted);
    } catch (ExecutionException failed) {
      throw new ModelUnreachableException(
          "the offline model failed: " + failed.getCause(), failed.getCause());
    }
  }

  private MiniLm loaded() throws Exception {
    MiniLm known = model;
    if (known == null) {
      known = MiniLm.load(folder);
      model = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (!worker.isShutdown()) {
      worker.execute(this::release);
      worker.shutdown();
    }
  }

  private void release() {
    MiniLm known = model;
    if (known != null) {
      known.close();
    }
  }
}
