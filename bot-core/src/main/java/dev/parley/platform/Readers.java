package dev.parley.platform;

import dev.parley.identity.UserId;
import java.util.Set;

/// Who can read what is posted in a place: no fewer people than these, as far as its platform
/// tells.
public sealed interface Readers {
  /// Whoever belongs to the tenant, and nobody else.
  record Everybody() implements Readers {}

  /// Of those who belong to the tenant, and of its guests: whoever is in at least one of these
  /// groups or is one of these people. Admins who can read everywhere are not counted.
  record Some(Set<String> groups, Set<UserId> persons) implements Readers {
    public Some {
      groups = Set.copyOf(groups);
      persons = Set.copyOf(persons);
      if (groups.isEmpty() && persons.isEmpty()) {
        throw new IllegalArgumentException("somebody can read every place");
      }
    }
  }

  /// Others than the tenant's people too, or nobody knows who.
  record Open() implements Readers {}
}
