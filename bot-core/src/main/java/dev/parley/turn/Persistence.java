package dev.parley.turn;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.platform.DeliveryException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/// Does what must not be given up lightly, such as storing an answer and posting it: again and
/// again while the store or the platform is away, as long as the turn is this instance's own.
public final class Persistence {
  private static final int MOST_ATTEMPTS = 30;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final double GROWTH = 2;
  private static final double SPREAD = 0.3;

  private Persistence() {}

  /// Returns once it is done; throws what the last attempt threw where that is never.
  public static void insist(Cancellation cancellation, Runnable action) {
    insist(
        cancellation,
        () -> {
          action.run();
          return true;
        });
  }

  /// The same for what has a result.
  public static <T> T insist(Cancellation cancellation, Supplier<T> action) {
    RetryConfig config =
        RetryConfig.custom()
            .maxAttempts(MOST_ATTEMPTS)
            .intervalFunction(
                IntervalFunction.ofExponentialRandomBackoff(
                    FIRST_WAIT, GROWTH, SPREAD, LONGEST_WAIT))
            .retryOnException(failure -> passing(failure) && ours(cancellation))
            .build();
    return Retry.of("insist", config).executeSupplier(action);
  }

  private static boolean ours(Cancellation cancellation) {
    return cancellation.cause().isEmpty()
        || cancellation.cause().get() == Cancellation.Cause.STOPPED;
  }

  private static boolean passing(Throwable failure) {
    return failure instanceof StoreUnavailableException
        || (failure instanceof DeliveryException delivery && delivery.retriable());
  }
}
