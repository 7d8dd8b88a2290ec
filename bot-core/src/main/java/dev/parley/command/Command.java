package dev.parley.command;

import dev.parley.message.Reply;

/// A request that needs no model.
public interface Command {
  CommandSpec spec();

  /// Runs it; access and options are checked before.
  Reply run(CommandInvocation invocation);
}
