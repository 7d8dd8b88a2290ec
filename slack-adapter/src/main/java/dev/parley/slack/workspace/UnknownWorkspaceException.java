package dev.parley.slack.workspace;

import java.io.Serial;

/// The bot is not installed in a workspace.
public final class UnknownWorkspaceException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public UnknownWorkspaceException(String tenant) {
    super("the bot is not installed in the workspace " + tenant);
  }
}
