package dev.parley.command;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;

/// What commands say elsewhere than where they were given. Both block, and tell whether it was
/// said.
public interface Announcements {
  /// To the tenant's admins, in the channel that they chose.
  boolean toAdmins(TenantId tenant, Reply words);

  /// To one person, in private.
  boolean toPerson(TenantId tenant, UserId user, Reply words);
}
