package dev.parley.slack.command;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import dev.parley.slack.reply.CommandButtons;
import dev.parley.slack.workspace.Access;
import java.util.Optional;

/// Runs the commands that buttons below replies say, as who pressed them.
final class CommandPresses {
  private final Access access;
  private final CoreCommands commands;

  CommandPresses(Access access, CoreCommands commands) {
    this.access = access;
    this.commands = commands;
  }

  /// Runs what a press says; whether the line is a command at all is for the core to tell.
  CommandReply pressed(Asking by, BlockActionPayload press) {
    Optional<String> refusal = access.refusal(by.workspace(), by.user(), by.channel());
    return refusal
        .map(CommandReply::forAsker)
        .map(reply -> reply.in(by.thread()))
        .orElseGet(() -> commands.run(by, line(press), Optional.empty()));
  }

  private static String line(BlockActionPayload press) {
    return press.getActions().stream()
        .filter(action -> CommandButtons.ACTION.matcher(action.getActionId()).matches())
        .map(Action::getValue)
        .findFirst()
        .orElse("");
  }
}
