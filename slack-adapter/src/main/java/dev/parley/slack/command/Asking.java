package dev.parley.slack.command;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.parley.slack.workspace.Workspace;
import java.util.Optional;

/// Who asks something without writing a message, and where.
///
/// @param tenant as the core calls the workspace
/// @param team the asker's
/// @param thread the `ts` of the message under which it is asked
record Asking(
    Workspace workspace,
    String tenant,
    String team,
    String channel,
    Optional<String> thread,
    String user) {
  static Asking by(Workspace workspace, SlashCommandPayload typed) {
    return new Asking(
        workspace,
        SlashCommands.tenant(typed).id(),
        typed.getTeamId(),
        typed.getChannelId(),
        Optional.empty(),
        typed.getUserId());
  }

  String name() {
    return workspace.people().person(user).name();
  }

  boolean direct() {
    return channel.startsWith("D");
  }
}
