package dev.parley.testkit.ingestion;

import dev.parley.model.Embedder;
import dev.parley.model.Embedding;
import dev.parley.model.ModelException;
import dev.parley.model.VectorSpace;
import dev.parley.usage.Booking;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Makes vectors of how long texts are, and remembers of which ones.
final class CountedEmbedder implements Embedder {
  private final VectorSpace space;
  private final List<String> made = new CopyOnWriteArrayList<>();
  private final List<Booking> bookings = new CopyOnWriteArrayList<>();
  private final AtomicReference<Supplier<ModelException>> failure = new AtomicReference<>();

  CountedEmbedder(String model) {
    this.space = new VectorSpace(model, 2);
  }

  /// Fails from now on, until it works.
  void fail(Supplier<ModelException> how) {
    failure.set(how);
  }

  void work() {
    failure.set(null);
  }

  List<String> made() {
    return List.copyOf(made);
  }

  List<Booking> bookings() {
    return List.copyOf(bookings);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public double relevantFrom() {
    return 0;
  }

  @Override
  public List<Embedding> passages(List<TitledText> passages, Booking booking) {
    Supplier<ModelException> how = failure.get();
    if (how != null) {
      throw how.get();
    }
    bookings.add(booking);
    passages.forEach(passage -> made.add(passage.title() + ": " + passage.text()));
    return passages.stream()
        .map(passage -> Embedding.of(new float[] {1, passage.text().length()}))
        .toList();
  }

  @Override
  public Embedding question(String words, Booking booking) {
    throw new AssertionError("nobody asks");
  }
}
