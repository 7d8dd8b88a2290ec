package dev.parley.knowledge;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import java.util.Set;

/// Tells who sees what is said. Where a platform does not tell, fewer terms are true of its
/// people than may be so. May block; never throws.
public interface Readership {
  /// All who can read what is posted in a place.
  ///
  /// @param channels that documents are for: it is told of those alone whether people can read
  ///     them
  Viewers in(Place place, UserId asker, Set<String> groups, Set<String> channels);

  /// One person alone.
  ///
  /// @param groups ids of the roles or user groups that are known of the person
  Viewers alone(TenantId tenant, UserId person, Set<String> groups, Set<String> channels);

  /// Whether everybody who belongs to a tenant can read what is said in a place of it; false
  /// where nobody knows.
  default boolean isForEverybody(Place place) {
    return false;
  }
}
