package dev.parley.slack.event;

import dev.parley.slack.workspace.Workspace;

/// Takes messages to the bot that are commands: those that take files, which Slack's own
/// commands do not carry.
@FunctionalInterface
public interface TypedCommands {
  /// Runs the command that a message is, and does not hold the event up.
  ///
  /// @return whether it is one
  boolean take(Workspace workspace, SlackMessage message);
}
