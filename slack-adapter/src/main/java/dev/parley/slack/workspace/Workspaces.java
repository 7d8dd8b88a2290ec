package dev.parley.slack.workspace;

/// The workspaces that the bot is installed in, by the names of their tenants.
@FunctionalInterface
public interface Workspaces {
  /// The workspace with a name.
  ///
  /// @throws UnknownWorkspaceException where the bot is not installed there, or not any more
  Workspace of(String tenant);

  /// The one workspace of a bot that was given its token, whatever its name.
  static Workspaces only(Workspace one) {
    return _ -> one;
  }
}
