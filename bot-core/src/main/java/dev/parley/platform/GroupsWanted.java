package dev.parley.platform;

import dev.parley.identity.TenantId;

/// Tells whether anything in a tenant depends on the groups that people are in. Where nothing does,
/// platforms that would have to ask for them do not.
@FunctionalInterface
public interface GroupsWanted {
  /// Nothing does.
  GroupsWanted NEVER = _ -> false;

  /// Asked for each message and command; may block shortly.
  boolean in(TenantId tenant);
}
