package dev.parley.gemini;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;

/// How long a response asks to wait: seconds from Google, a date from some proxies before it.
final class RetryAfter {
  private static final String HEADER = "Retry-After";
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private RetryAfter() {}

  static Optional<Duration> of(Response response) {
    return of(response.headers(), Instant.now());
  }

  /// @param now this machine's time, in case that the response has no date of its own
  static Optional<Duration> of(Headers headers, Instant now) {
    String value = Optional.ofNullable(headers.get(HEADER)).orElse("").strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    // by the sender's clock, since this machine's may be wrong
    Instant sent = Optional.ofNullable(headers.getDate("Date")).map(Date::toInstant).orElse(now);
    return Optional.ofNullable(headers.getDate(HEADER))
        .map(until -> Duration.between(sent, until.toInstant()))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }
}
