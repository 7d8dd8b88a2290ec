package dev.parley.platform;

import dev.parley.identity.Place;
import dev.parley.identity.UserId;
import java.time.Instant;

/// What somebody wants to know of what was said lately.
///
/// @param place where they are themselves: a thread, or a channel with its threads
/// @param asker who must be allowed to read it
/// @param since nothing that was said before it
/// @param most of the latest messages
public record RecentWanted(Place place, UserId asker, Instant since, int most) {
  /// What is worth reading at once.
  public static final int MOST = 200;

  public RecentWanted {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("1 to %d messages are read".formatted(MOST));
    }
  }
}
