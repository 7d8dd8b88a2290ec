package dev.parley.conversation;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;

/// A place where something of single people is kept, and can be erased.
public interface PersonalRecords {
  /// Erases what is kept of a person in a tenant. Blocks for some seconds at most; asked again, it
  /// goes on where it was broken off, and erases what came since.
  ///
  /// @throws StoreUnavailableException where the store went away before the end: some may be left
  Erased forget(TenantId tenant, UserId user);
}
