package dev.parley.usage;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/// Which rows of the ledger are wanted: those of calls that began from one moment until before
/// another.
///
/// @param user whose; empty: everybody's
public record LedgerQuery(TenantId tenant, Optional<UserId> user, Instant from, Instant until) {
  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
