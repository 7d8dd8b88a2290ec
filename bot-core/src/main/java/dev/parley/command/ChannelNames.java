package dev.parley.command;

import dev.parley.identity.TenantId;

/// What people call channels.
public interface ChannelNames {
  /// The name that people see; the id where it has none.
  String of(TenantId tenant, String channel);
}
