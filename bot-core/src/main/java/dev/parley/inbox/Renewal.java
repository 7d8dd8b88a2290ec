package dev.parley.inbox;

import java.util.Set;

/// The outcome of renewing leases.
///
/// @param lost turns that another instance owns, or that ended
/// @param stopped turns whose asker pressed stop
public record Renewal(Set<TurnRef> lost, Set<TurnRef> stopped) {
  public Renewal {
    lost = Set.copyOf(lost);
    stopped = Set.copyOf(stopped);
  }
}
