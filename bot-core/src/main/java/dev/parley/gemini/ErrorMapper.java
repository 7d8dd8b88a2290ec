package dev.parley.gemini;

import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import dev.parley.gemini.FailedCallException.Remedy;
import dev.parley.model.ModelOverloadedException;
import dev.parley.model.ModelRejectedException;
import dev.parley.model.ModelUnreachableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the client library's exceptions mean.
///
/// API errors are not kept as causes: some of Google's messages quote the key.
final class ErrorMapper {
  private static final int LONGEST_MESSAGE = 300;

  private static final Pattern RETRY_DELAY =
      Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,6}(?:\\.\\d{1,9})?)s\"");
  private static final Pattern DAILY_QUOTA = Pattern.compile("\"quotaId\"\\s*:\\s*\"[^\"]*PerDay");
  private static final Pattern KEY = Pattern.compile("AIza[\\w-]+|api_key:[^\\s'\"]+");

  private ErrorMapper() {}

  /// @param retryAfter what the response's header said
  static FailedCallException map(RuntimeException error, Optional<Duration> retryAfter) {
    return switch (error) {
      case ApiException api -> map(api, retryAfter);
      case GenAiIOException io -> unreachable(Remedy.RETRY, io);
      case IllegalStateException garbled -> unreachable(Remedy.RETRY, garbled);
      default -> unreachable(Remedy.NONE, error);
    };
  }

  private static FailedCallException map(ApiException error, Optional<Duration> retryAfter) {
    String details = String.valueOf(error.message());
    String message = wording(error.code(), String.valueOf(error.status()), details);
    if (error.code() == 408 || error.code() == 429 || error.code() >= 500) {
      Optional<Duration> hint = retryDelay(details).or(() -> retryAfter);
      return new FailedCallException(
          DAILY_QUOTA.matcher(details).find() ? Remedy.OTHER_MODEL : Remedy.RETRY,
          new ModelOverloadedException(message, hint, null),
          error.code() != 429);
    }
    return new FailedCallException(
        error.code() == 404 ? Remedy.OTHER_MODEL : Remedy.NONE,
        new ModelRejectedException(error.code(), message, null),
        false);
  }

  private static FailedCallException unreachable(Remedy remedy, RuntimeException error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    String message = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new FailedCallException(remedy, new ModelUnreachableException(message, error), true);
  }

  private static String wording(int code, String status, String details) {
    String firstLine = details.lines().findFirst().orElse("");
    String safe = KEY.matcher(firstLine).replaceAll("[key]");
    String all = (code + " " + status + ": " + safe).strip();
    return all.length() <= LONGEST_MESSAGE ? all : all.substring(0, LONGEST_MESSAGE) + "…";
  }

  private static Optional<Duration> retryDelay(String details) {
    Matcher matcher = RETRY_DELAY.matcher(details);
    return matcher.find()
        ? Optional.of(
            Duration.ofMillis(new BigDecimal(matcher.group(1)).movePointRight(3).longValue()))
        : Optional.empty();
  }
}
