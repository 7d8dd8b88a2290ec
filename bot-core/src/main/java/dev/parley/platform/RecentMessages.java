package dev.parley.platform;

import dev.parley.identity.Place;

/// What was said lately on the platforms that this instance speaks to.
public interface RecentMessages {
  /// Whether there is a platform that could tell of a place.
  boolean knows(Place place);

  /// What was said, or why it is not told. Blocks while it reads.
  Recent recent(RecentWanted wanted);
}
