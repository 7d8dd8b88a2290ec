package dev.parley.testkit.slack;

import java.time.Duration;

/// What goes wrong with a call, on demand.
public sealed interface ApiFault {
  /// Slack answers 429 and says when to try again.
  record RateLimited(Duration retryAfter) implements ApiFault {}

  /// Slack answers `ok: false` with this error word.
  record Refused(String error) implements ApiFault {}

  /// Something before Slack's own servers answers with this status and a page.
  record Status(int status) implements ApiFault {}

  /// Nothing happens for this long, then the connection breaks.
  record Hang(Duration time) implements ApiFault {}

  /// The connection breaks before anything was done.
  record Dropped() implements ApiFault {}

  /// The call is carried out, and the connection breaks before the answer.
  record AnswerLost() implements ApiFault {}

  /// The call is carried out and answered, but only after this long.
  record Slow(Duration time) implements ApiFault {}
}
