package dev.parley.slack.workspace;

import java.time.Instant;

/// The workspaces that the bot is installed in, by the names of their tenants.
@FunctionalInterface
public interface Workspaces {
  /// The workspace with a name.
  ///
  /// @throws UnknownWorkspaceException where the bot is not installed there, or not any more
  Workspace of(String tenant);

  /// The app was removed from a workspace, or its tokens were revoked: they are of no use any more.
  default void removed(String tenant, Instant at) {}

  /// The one workspace of a bot that was given its token, whatever its name.
  static Workspaces only(Workspace one) {
    return _ -> one;
  }
}
