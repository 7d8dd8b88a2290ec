package dev.parley.tool;

import java.time.Duration;

/// How one call of a tool went.
///
/// @param took from its beginning until its result was there, or nobody waited for it any more
public record ToolCalled(String tool, Outcome outcome, Duration took) {
  /// What it came to.
  public enum Outcome {
    SUCCESS,
    FAILURE,
    /// Nobody knows: it was given up.
    TIMEOUT,
    /// Somebody stopped the answer meanwhile, or this instance went down.
    CANCELLED
  }
}
