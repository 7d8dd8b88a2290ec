package dev.parley.usage;

import java.time.LocalDate;

/// What one person spent on one day in one channel with one model.
public record DayUse(
    LocalDate day, LedgerEntry.Person person, String channel, String model, Tally tally) {
  /// Sums of calls.
  ///
  /// @param estimates how many of the calls are estimates
  public record Tally(
      long calls,
      long prompt,
      long cached,
      long output,
      long thinking,
      long toolUse,
      long searches,
      Money cost,
      long estimates) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, Money.ZERO, 0);

    public Tally plus(Tally other) {
      return new Tally(
          calls + other.calls,
          prompt + other.prompt,
          cached + other.cached,
          output + other.output,
          thinking + other.thinking,
          toolUse + other.toolUse,
          searches + other.searches,
          cost.plus(other.cost),
          estimates + other.estimates);
    }

    public long tokens() {
      return prompt + toolUse + output + thinking;
    }
  }
}
