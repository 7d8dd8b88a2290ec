package dev.parley.consultation;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.knowledge.Readership;
import dev.parley.knowledge.Viewers;
import java.util.Set;

/// Knows nobody: nothing is true of anyone.
enum NoReadership implements Readership {
  NONE;

  @Override
  public Viewers in(Place place, UserId asker, Set<String> groups, Set<String> channels) {
    return Viewers.alike(Set.of());
  }

  @Override
  public Viewers alone(TenantId tenant, UserId person, Set<String> groups, Set<String> channels) {
    return Viewers.alike(Set.of());
  }
}
