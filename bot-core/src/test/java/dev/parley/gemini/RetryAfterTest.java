package dev.parley.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The wait that a response asks for")
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  @DisplayName("is told in seconds")
  void seconds() {
    assertThat(RetryAfter.of(Headers.of("Retry-After", "17"), NOW))
        .contains(Duration.ofSeconds(17));
  }

  @Test
  @DisplayName("or as a date, by this machine's clock where the response tells no time")
  void date() {
    Headers headers = Headers.of("Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT");

    assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofSeconds(30));
  }

  @Test
  @DisplayName("or as a date, by the sender's clock where that is told")
  void dateOfTheSender() {
    Headers headers =
        Headers.of(
            "Retry-After",
            "Sun, 22 Nov 2026 10:20:05 GMT",
            "Date",
            "Sun, 22 Nov 2026 10:20:00 GMT");

    assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("is none where the date has passed")
  void past() {
    Headers headers = Headers.of("Retry-After", "Sun, 22 Nov 2026 09:00:00 GMT");

    assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999"})
  @DisplayName("is not guessed from anything else")
  void unclear(String value) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", value), NOW)).isEmpty();
  }

  @Test
  @DisplayName("is unknown where nothing is said")
  void missing() {
    assertThat(RetryAfter.of(Headers.of(), NOW)).isEmpty();
  }
}
