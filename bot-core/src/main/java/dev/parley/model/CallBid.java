package dev.parley.model;

import dev.parley.usage.Booking;
import java.time.Duration;

/// What a call to the provider may take at most.
///
/// @param mostPromptTokens an upper bound
/// @param count tells a closer bound
/// @param timeLimit after which the call is over, whatever became of it
public record CallBid(
    Booking booking,
    String model,
    long mostPromptTokens,
    PromptCount count,
    int mostOutputTokens,
    Duration timeLimit) {
  /// A call whose prompt nobody can count.
  public CallBid(
      Booking booking,
      String model,
      long mostPromptTokens,
      int mostOutputTokens,
      Duration timeLimit) {
    this(booking, model, mostPromptTokens, PromptCount.UNKNOWN, mostOutputTokens, timeLimit);
  }
}
