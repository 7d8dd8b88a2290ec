package dev.parley.slack.command;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people are told where something that they did here cannot be done.
final class Mishaps {
  static final String STORE_AWAY =
      "I cannot reach my memory right now. Please try again in a minute.";
  static final String NOT_INSTALLED =
      "I am not installed in this workspace any more. Its admin can install me again.";
  static final String BROKEN = "Something went wrong on my side. Please try again.";

  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

  private Mishaps() {}

  /// What comes of it; whatever happens, there is something to tell.
  ///
  /// @param what for the log
  static CommandReply told(String what, Supplier<CommandReply> action) {
    try {
      return action.get();
    } catch (UnknownWorkspaceException gone) {
      return CommandReply.forAsker(NOT_INSTALLED);
    } catch (StoreUnavailableException away) {
      return CommandReply.forAsker(STORE_AWAY);
    } catch (RuntimeException defect) {
      LOG.error("{} failed", what, defect);
      return CommandReply.forAsker(BROKEN);
    }
  }
}
