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

/// Calls one model, again where that may help, and not at all while it keeps failing.
final class PatientCall {
  private final GeminiCall call;
  private final GeminiSettings.Patience patience;
  private final CircuitBreakerRegistry breakers;

  PatientCall(GeminiCall call, GeminiSettings settings) {
    this.call = call;
    this.patience = settings.patience();
    this.breakers = CircuitBreakerRegistry.of(config(settings.breaker()));
  }

  ModelEvent.Finished run(RunningRequest running) {
    RetryDecision decision = new RetryDecision(patience, running);
    RetryConfig config =
        RetryConfig.<ModelEvent.Finished>custom()
            .maxAttempts(patience.mostAttempts())
            .retryOnException(decision::again)
            .intervalBiFunction((_, _) -> decision.pause().toMillis())
            .build();
    return Retry.of(running.model(), config).executeSupplier(() -> guarded(running));
  }

  private ModelEvent.Finished guarded(RunningRequest running) {
    CircuitBreaker breaker = breakers.circuitBreaker(running.model());
    try {
      return breaker.executeSupplier(() -> call.run(running));
    } catch (CallNotPermittedException e) {
      throw new FailedCallException(
          Remedy.OTHER_MODEL,
          new ModelOverloadedException(
              running.model() + " failed too often and is left alone", Optional.empty(), e),
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
