package dev.parley.slack.workspace;

/// Somebody as a workspace knows them.
///
/// @param name that others see
/// @param manages whether they administrate or own the workspace
public record Person(String name, boolean manages, Standing standing) {
  /// How somebody belongs to the workspace.
  public enum Standing {
    MEMBER,
    /// Somebody of another company who was given access to some channels.
    GUEST,
    /// Somebody of another company in a shared channel.
    STRANGER,
    /// Slack does not tell.
    UNKNOWN
  }
}
