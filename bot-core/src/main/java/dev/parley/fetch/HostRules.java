package dev.parley.fetch;

import java.util.Set;

/// Which public hosts may be asked. A name stands for itself and for all names below it.
///
/// @param only these; none: all that are public
/// @param never these, even where `only` has them
public record HostRules(Set<String> only, Set<String> never) {
  public static final HostRules ALL_PUBLIC = new HostRules(Set.of(), Set.of());

  /// @param only as [NamedHost] writes hosts
  /// @param never as [NamedHost] writes hosts
  public HostRules {
    only = Set.copyOf(only);
    never = Set.copyOf(never);
  }

  boolean allow(WebHost host) {
    return never.stream().noneMatch(rule -> isIn(host, rule))
        && (only.isEmpty() || only.stream().anyMatch(rule -> isIn(host, rule)));
  }

  private static boolean isIn(WebHost host, String rule) {
    return host.name().equals(rule)
        || (host.literal().isEmpty() && host.name().endsWith("." + rule));
  }
}
