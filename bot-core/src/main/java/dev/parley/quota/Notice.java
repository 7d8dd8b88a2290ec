package dev.parley.quota;

import dev.parley.identity.UserId;
import java.util.Optional;

/// A mark of a limit that was passed, to be told to somebody.
///
/// @param person whose own limit it is; empty: several people spend from it
/// @param percent 50, 80 or 100
public record Notice(Optional<Person> person, AppliedLimit limit, int percent, long spent) {
  /// Who is to be told.
  ///
  /// @param channel in which they spent; empty: in none that they read
  public record Person(UserId user, String name, Optional<String> channel) {}
}
