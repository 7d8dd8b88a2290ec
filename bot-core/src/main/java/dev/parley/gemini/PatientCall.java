package dev.parley.gemini;

import dev.parley.gemini.FailedCallException.Remedy;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelOverloadedException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.Optional;
import java.util.function.Supplier;

/// Calls one model, again where that may help, and not at all while it keeps failing.
final class PatientCall {
  private final GeminiSettings.Patience patience;
  private final CircuitBreakerRegistry breakers;

  PatientCall(GeminiSettings settings) {
    this.patience = settings.patience();
    this.breakers = CircuitBreakerRegistry.of(config(settings.breaker()));
  }

  /// Throws what the last call threw.
  ///
  /// @param call throws a [FailedCallException] where it fails
  <T> T run(String model, Deadline deadline, Supplier<T> call) {
    RetryDecision decision = new RetryDecision(patience, model, deadline);
    RetryConfig config =
        RetryConfig.<T>custom()
            .maxAttempts(patience.mostAttempts())
            .retryOnException(decision::again)
            .intervalBiFunction((_, _) -> decision.pause().toMillis())
            .build();
    return Retry.of(model, config).executeSupplier(() -> guarded(model, call));
  }

  private <T> T guarded(String model, Supplier<T> call) {
    CircuitBreaker breaker = breakers.circuitBreaker(model);
    try {
      return breaker.executeSupplier(call);
    } catch (CallNotPermittedException e) {
      throw new FailedCallException(
          Remedy.OTHER_MODEL,
          new ModelOverloadedException(
              model + " failed too often and is left alone", Optional.empty(), e),
          false);
    }
  }

  private static CircuitBreakerConfig config(GeminiSettings.Breaker breaker) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(breaker.window())
        .minimumNumberOfCalls(breaker.leastCalls())
        .failureRateThreshold(breaker.failurePercent())
        .waitDurationInOpenState(breaker.rest())
        .permittedNumberOfCallsInHalfOpenState(1)
        .ignoreException(
            error -> !(error instanceof FailedCallException failed && failed.modelInTrouble()))
        .recordResult(
            result ->
                result instanceof ModelEvent.Finished finished
                    && finished.reason() == FinishReason.CUT)
        .build();
  }
}
