package dev.parley.ingestion;

import dev.parley.quota.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long to wait before a document is tried again, and when to give it up.
final class Retries {
  /// With growing waits, all of them take about an hour.
  static final int MOST_ATTEMPTS = 8;

  /// Whatever ends instances again and again, such as a document that takes all memory, is begun
  /// no more often.
  static final int MOST_CLAIMS = 40;

  /// How long a document waits until there is budget for its vectors.
  static final Duration LONGEST_WAIT_FOR_BUDGET = Duration.ofDays(7);

  private static final int MOST_LOOKS_FOR_MISSING = 3;
  private static final Duration BETWEEN_LOOKS_FOR_MISSING = Duration.ofMinutes(10);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 7;

  /// Limits can be raised at any time.
  private static final Duration LONGEST_BETWEEN_LOOKS_FOR_BUDGET = Duration.ofHours(6);

  private static final Duration SHORTLY = Duration.ofMinutes(1);
  private static final Duration SHARE_IS_FREE_AFTER = Duration.ofMinutes(15);
  private static final String NO_BUDGET =
      "There is no budget for its vectors at the moment. It goes on by itself as soon as there is,"
          + " for a week at most.";

  private Retries() {}

  /// After something that passes, mostly.
  ///
  /// @param asked how long somebody asks to wait
  static Ending after(int attempts, Optional<Duration> asked, String told) {
    if (attempts >= MOST_ATTEMPTS) {
      return new Ending.Failed(told);
    }
    Duration grown = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    Duration wait = asked.filter(some -> some.compareTo(grown) > 0).orElse(grown);
    return new Ending.Later(wait, told + " It will be tried again.");
  }

  /// Where nothing is found of what was there before: its host may be in disorder.
  static Ending missing(int attempts, String told) {
    return attempts < MOST_LOOKS_FOR_MISSING
        ? new Ending.Later(BETWEEN_LOOKS_FOR_MISSING, told + " It will be tried again.")
        : new Ending.Failed(told + " What was read before stays.");
  }

  /// Where the vectors may not be paid for.
  ///
  /// @param since when it is wanted
  static Ending unaffordable(Refusal why, Instant since, Instant now) {
    if (since.plus(LONGEST_WAIT_FOR_BUDGET).isBefore(now)) {
      return new Ending.Failed(
          "There was no budget for its vectors for a week. Please add it again.");
    }
    Duration wait =
        switch (why) {
          case Refusal.OverLimit over when over.busy() -> SHORTLY;
          case Refusal.OverLimit over -> Duration.between(now, over.limit().span().end());
          case Refusal.OverShare _ -> SHARE_IS_FREE_AFTER;
          case Refusal.UnknownPrice _, Refusal.StoreAway _, Refusal.TurnGone _ -> SHORTLY;
        };
    Duration longer = wait.compareTo(SHORTLY) < 0 ? SHORTLY : wait;
    boolean tooLong = longer.compareTo(LONGEST_BETWEEN_LOOKS_FOR_BUDGET) > 0;
    return new Ending.Later(tooLong ? LONGEST_BETWEEN_LOOKS_FOR_BUDGET : longer, NO_BUDGET);
  }
}
