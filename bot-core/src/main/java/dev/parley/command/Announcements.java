package dev.parley.command;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Reply;

/// What is said elsewhere than where somebody asked, or without anybody having asked. All methods
/// block.
public interface Announcements {
  /// To the tenant's admins, in the channel that they chose.
  Outcome toAdmins(TenantId tenant, Reply words);

  /// To one person, in private.
  Outcome toPerson(TenantId tenant, UserId user, Reply words);

  /// To all who read in a place.
  Outcome toPlace(Place place, Reply words);

  /// Whether it was said.
  enum Outcome {
    SAID,
    /// It was not, and the same would not be said later either.
    UNSAID,
    /// It was not, but may be later.
    PERHAPS_LATER
  }
}
