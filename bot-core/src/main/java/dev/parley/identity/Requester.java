package dev.parley.identity;

/// Somebody who wants something done.
///
/// @param manages whether they may decide for others in that place, as its admins do
public record Requester(UserId user, boolean manages) {
  /// Somebody like anybody else.
  public static Requester plain(UserId user) {
    return new Requester(user, false);
  }
}
