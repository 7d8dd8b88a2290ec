package dev.parley.consultation;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import java.util.Set;

/// Somebody who asks something, and who will see the answer.
///
/// @param groups ids of the roles or user groups that the asker is in
public record Asker(Place place, UserId person, Set<String> groups, Sight sight) {
  /// Who sees an answer.
  public enum Sight {
    /// All who can read where it was asked.
    PLACE,
    /// Nobody but the asker.
    ASKER,
    /// A program, of which nobody knows to whom it shows the answer.
    ANYBODY
  }

  public Asker {
    groups = Set.copyOf(groups);
  }

  /// Who said this.
  public static Asker of(InboundMessage message) {
    return new Asker(
        message.place(),
        message.author().id(),
        message.groups(),
        message.forAskerAlone() ? Sight.ASKER : Sight.PLACE);
  }

  TenantId tenant() {
    return place.tenant();
  }
}
