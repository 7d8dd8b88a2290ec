package dev.parley.gemini;

import dev.parley.usage.Booking;
import java.util.function.Supplier;

/// A request for vectors while it is worked on: until when, and how it is aborted.
record RunningEmbedding(EmbeddingBatch batch, Booking booking, Deadline deadline, LiveCall live) {
  /// Makes an HTTP call that [LiveCall#abort()] ends.
  <T> T call(Supplier<T> call) {
    return ScopedValue.where(LiveCall.CURRENT, live).call(call::get);
  }
}
