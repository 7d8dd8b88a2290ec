package dev.parley.quota;

import java.time.Instant;
import java.util.Optional;

/// How much of a limit is spent.
///
/// @param held back for calls that are being made
/// @param runsOut when, at today's pace, it is spent before it begins anew; empty: it lasts
public record LimitState(AppliedLimit limit, long spent, long held, Optional<Instant> runsOut) {
  /// What can still be spent, calls that are being made aside.
  public long left() {
    return Math.max(0, limit.cap() - spent);
  }

  /// How much of it is spent, from 0 to 100 and beyond.
  public int percent() {
    return limit.cap() == 0 ? 100 : (int) Math.min(1_000, spent * 100 / limit.cap());
  }
}
