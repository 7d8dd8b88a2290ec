package dev.parley.command;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.util.Optional;
import java.util.Set;

/// What platforms tell of channels and people. Both may block for a while.
public interface Directory {
  /// What people call a channel; the id where it has no name.
  String channelName(TenantId tenant, String channel);

  /// The ids of the groups that somebody is in; empty where that is not known.
  Optional<Set<String>> groups(TenantId tenant, UserId person);
}
