package dev.parley.turn;

import java.time.Duration;

/// The limits of one turn.
///
/// @param timeLimit for the whole answer: all calls to the model, and the time in which tools run
/// @param mostOutputTokens that the model may answer with, thinking included
/// @param mostRounds how often the model may call tools before it must answer
public record TurnSettings(Duration timeLimit, int mostOutputTokens, int mostRounds) {
  public static final TurnSettings DEFAULTS = new TurnSettings(Duration.ofMinutes(5), 8_192, 8);

  public TurnSettings {
    if (!timeLimit.isPositive() || mostOutputTokens < 1 || mostRounds < 1) {
      throw new IllegalArgumentException("a turn needs time, room for an answer, and a round");
    }
  }
}
