package dev.parley.quota;

import java.time.Instant;

/// More than a rule says, for some time.
///
/// @param account whose limit it raises, such as `user/U1`
/// @param expires when it ends
public record Grant(
    String id, String account, QuotaUnit unit, Window window, long amount, Instant expires) {
  boolean raises(QuotaRule rule, String limited, Instant now) {
    return account.equals(limited)
        && unit == rule.unit()
        && window == rule.window()
        && now.isBefore(expires);
  }
}
