package dev.parley.model;

import dev.parley.usage.Booking;
import java.time.Duration;

/// What a call to the provider may take at most.
///
/// @param mostPromptTokens an upper bound
/// @param count tells a closer bound
/// @param leastOutputTokens with fewer than these the call is not worth making
/// @param mostSearches of the web by the provider's own tools
/// @param timeLimit after which the call is over, whatever became of it
public record CallBid(
    Booking booking,
    String model,
    long mostPromptTokens,
    PromptCount count,
    int mostOutputTokens,
    int leastOutputTokens,
    int mostSearches,
    Duration timeLimit) {
  /// With less room than this, most of an answer in words would be missing.
  public static final int LEAST_WORDS = 1_024;

  /// A bid for an answer in words, whose prompt nobody can count.
  public CallBid(
      Booking booking,
      String model,
      long mostPromptTokens,
      int mostOutputTokens,
      Duration timeLimit) {
    this(
        booking,
        model,
        mostPromptTokens,
        PromptCount.UNKNOWN,
        mostOutputTokens,
        LEAST_WORDS,
        0,
        timeLimit);
  }

  /// A bid without searches.
  public CallBid(
      Booking booking,
      String model,
      long mostPromptTokens,
      PromptCount count,
      int mostOutputTokens,
      int leastOutputTokens,
      Duration timeLimit) {
    this(
        booking, model, mostPromptTokens, count, mostOutputTokens, leastOutputTokens, 0, timeLimit);
  }
}
