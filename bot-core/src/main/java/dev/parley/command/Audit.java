package dev.parley.command;

import dev.parley.identity.TenantId;
import dev.parley.quota.QuotaBook;

/// Keeps what people did in a tenant, for its admins to look at. Blocks shortly, and throws
/// [dev.parley.conversation.StoreUnavailableException] where it cannot.
@FunctionalInterface
public interface Audit {
  void note(TenantId tenant, QuotaBook.Deed deed);
}
