package dev.parley.gemini;

import dev.parley.gemini.FailedCallException.Remedy;
import dev.parley.model.ModelOverloadedException;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a failed call is made again, and when: one decision after another, for one request.
///
/// The provider's hint is honoured or the model is given up: to come back sooner only hurts both.
final class RetryDecision {
  private static final Logger LOG = LoggerFactory.getLogger(RetryDecision.class);
  private static final double GROWTH = 2;
  private static final double SPREAD = 0.5;

  private final GeminiSettings.Patience patience;
  private final String model;
  private final Deadline deadline;
  private final IntervalFunction backoff;
  private int failures;
  private Duration pause = Duration.ZERO;

  RetryDecision(GeminiSettings.Patience patience, String model, Deadline deadline) {
    this.patience = patience;
    this.model = model;
    this.deadline = deadline;
    this.backoff =
        IntervalFunction.ofExponentialRandomBackoff(
            patience.firstBackoff(), GROWTH, SPREAD, patience.longestBackoff());
  }

  /// Decides about the failure that came last.
  boolean again(Throwable error) {
    failures++;
    if (!(error instanceof FailedCallException failed)
        || failed.remedy() != Remedy.RETRY
        || failures >= patience.mostAttempts()) {
      return false;
    }
    Optional<Duration> hint = hint(failed);
    Duration own = Duration.ofMillis(backoff.apply(failures));
    pause = hint.filter(asked -> asked.compareTo(own) > 0).orElse(own);
    boolean tooLong = hint.filter(h -> h.compareTo(patience.longestHint()) > 0).isPresent();
    if (tooLong || pause.compareTo(deadline.left()) >= 0) {
      return false;
    }
    LOG.warn("{} is asked again in {} ms: {}", model, pause.toMillis(), failed.getMessage());
    return true;
  }

  /// How long to wait before the next call.
  Duration pause() {
    return pause;
  }

  private static Optional<Duration> hint(FailedCallException failed) {
    return failed.failure() instanceof ModelOverloadedException overloaded
        ? overloaded.retryAfter()
        : Optional.empty();
  }
}
