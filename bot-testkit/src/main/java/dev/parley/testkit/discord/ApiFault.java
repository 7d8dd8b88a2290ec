package dev.parley.testkit.discord;

import java.time.Duration;

/// What goes wrong with a call, on demand.
public sealed interface ApiFault {
  /// Discord answers 429 and says when to try again.
  ///
  /// @param global whether it counts for all routes
  record RateLimited(Duration retryAfter, boolean global) implements ApiFault {}

  /// Discord answers with this status and error code.
  record Refused(int status, int code, String message) implements ApiFault {}

  /// Something answers with this status before anything was done.
  record Status(int status) implements ApiFault {}

  /// The call is carried out, and answered with this status all the same.
  record StatusAfterwards(int status) implements ApiFault {}

  /// Nothing happens for this long, then the connection breaks.
  record Hang(Duration time) implements ApiFault {}

  /// The connection breaks before anything was done.
  record Dropped() implements ApiFault {}

  /// The call is carried out, and the connection breaks before the answer.
  record AnswerLost() implements ApiFault {}

  /// The call is carried out and answered, but only after this long.
  record Slow(Duration time) implements ApiFault {}
}
