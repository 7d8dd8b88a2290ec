package dev.parley.approval;

import dev.parley.identity.Author;
import java.time.Instant;

/// What was decided about a call, by whom.
public record Decision(Verdict verdict, Author by, Instant at) {
  /// What becomes of the call.
  public enum Verdict {
    APPROVED,
    DECLINED,
    /// Nobody decided in time; found out by whoever came too late.
    EXPIRED
  }
}
