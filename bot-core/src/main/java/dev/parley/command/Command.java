package dev.parley.command;

import dev.parley.message.Reply;
import java.util.List;

/// A request that needs no model.
public interface Command {
  CommandSpec spec();

  /// Runs it; access and options are checked before.
  Reply run(CommandInvocation invocation);

  /// Values that an option may have, as far as the command can say: what people are offered while
  /// they type.
  ///
  /// @param invocation with the options that were given so far
  default List<String> suggestions(String option, CommandInvocation invocation) {
    return List.of();
  }
}
