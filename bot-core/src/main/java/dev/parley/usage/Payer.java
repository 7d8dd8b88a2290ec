package dev.parley.usage;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.util.Set;

/// On whose account a call goes.
///
/// @param channel where it was asked
/// @param name that others see of the person
/// @param groups the ids of the person's roles or user groups, as far as the platform tells
public record Payer(TenantId tenant, String channel, UserId user, String name, Set<String> groups) {
  public Payer {
    groups = Set.copyOf(groups);
  }
}
