package dev.parley.gemini;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/// The HTTP call that runs now for one stream: what may abort it, and what its headers said.
///
/// The client library hides the call; an interceptor finds its stream by the scoped value.
final class LiveCall {
  static final ScopedValue<LiveCall> CURRENT = ScopedValue.newInstance();

  private final AtomicReference<@Nullable Call> call = new AtomicReference<>();
  private volatile boolean aborted;
  private volatile Optional<Duration> retryAfter = Optional.empty();

  void began(Call begun) {
    retryAfter = Optional.empty();
    call.set(begun);
    if (aborted) {
      begun.cancel();
    }
  }

  void heardRetryAfter(Duration hint) {
    retryAfter = Optional.of(hint);
  }

  /// What the `Retry-After` header of the last response said.
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /// Ends the running call, and each that would begin later.
  void abort() {
    aborted = true;
    Call running = call.get();
    if (running != null) {
      running.cancel();
    }
  }

  boolean aborted() {
    return aborted;
  }
}
