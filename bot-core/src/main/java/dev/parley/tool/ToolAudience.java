package dev.parley.tool;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import java.util.Collections;
import java.util.Set;

/// For whom, and where, a rule about tools is. Of each kind, an empty set stands for all; of a set
/// with something in it, one must fit.
///
/// @param channels ids of them
/// @param groups ids of roles or user groups that the asker is in
/// @param people their ids
public record ToolAudience(
    Set<PlatformName> platforms,
    Set<TenantId> tenants,
    Set<String> channels,
    Set<String> groups,
    Set<String> people) {
  /// All people everywhere.
  public static final ToolAudience ALL =
      new ToolAudience(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public ToolAudience {
    platforms = Set.copyOf(platforms);
    tenants = Set.copyOf(tenants);
    channels = Set.copyOf(channels);
    groups = Set.copyOf(groups);
    people = Set.copyOf(people);
  }

  boolean includes(ToolUser user) {
    TenantId tenant = user.place().tenant();
    return fits(platforms, tenant.platform())
        && fits(tenants, tenant)
        && fits(channels, user.place().channel())
        && (groups.isEmpty() || !Collections.disjoint(groups, user.groups()))
        && fits(people, user.asker().id().value());
  }

  private static <T> boolean fits(Set<T> wanted, T one) {
    return wanted.isEmpty() || wanted.contains(one);
  }
}
