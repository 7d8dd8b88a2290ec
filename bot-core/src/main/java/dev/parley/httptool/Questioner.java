package dev.parley.httptool;

import dev.parley.fetch.Fetched;
import dev.parley.fetch.Fetcher;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/// Asks services, and once more where the first try only came at a bad time.
final class Questioner {
  private static final Set<Integer> BAD_TIMES = Set.of(429, 503);
  private static final Duration USUAL_PAUSE = Duration.ofMillis(300);

  /// What a second try needs at least.
  private static final Duration ROOM = Duration.ofSeconds(1);

  private final Fetcher fetcher;
  private final Clock clock;
  private final Pause pause;

  /// How time is let pass.
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  Questioner(Fetcher fetcher, Clock clock, Pause pause) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.pause = pause;
  }

  Instant now() {
    return clock.instant();
  }

  /// @throws CallFailedException where there is no time left
  Fetched ask(HttpStep step, Values values, ToolLimits limits, Instant deadline) {
    Fetched first = fetched(step, values, limits, deadline);
    if (!step.looks()) {
      return first;
    }
    Optional<Duration> wait = wait(first).filter(time -> fits(time, deadline));
    if (wait.isEmpty()) {
      return first;
    }
    sleep(wait.get());
    return fetched(step, values, limits, deadline);
  }

  private Fetched fetched(HttpStep step, Values values, ToolLimits limits, Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    if (!left.isPositive()) {
      throw new CallFailedException("it took longer than " + limits.timeLimit().toSeconds() + " s");
    }
    return fetcher.fetch(step.request(values, limits, left));
  }

  /// How long to wait before a second try; empty where it would come to the same.
  private Optional<Duration> wait(Fetched first) {
    return switch (first) {
      case Fetched.Refused _ -> Optional.empty();
      case Fetched.Failed _ -> Optional.of(USUAL_PAUSE);
      case Fetched.Answer answer when BAD_TIMES.contains(answer.status()) ->
          Optional.of(answer.retryAfter().flatMap(this::asked).orElse(USUAL_PAUSE));
      case Fetched.Answer _ -> Optional.empty();
    };
  }

  /// RFC 9110, section 10.2.3: seconds, or a date.
  private Optional<Duration> asked(String retryAfter) {
    if (retryAfter.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      Instant then =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), then)).filter(Duration::isPositive);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private boolean fits(Duration wait, Instant deadline) {
    return clock.instant().plus(wait).plus(ROOM).isBefore(deadline);
  }

  private void sleep(Duration time) {
    try {
      pause.of(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CallFailedException("it was stopped");
    }
  }
}
