package dev.parley.slack.command;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.parley.identity.TenantId;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.event.SlackEventMapper;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.util.Optional;
import java.util.Set;

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
  static Asking by(Workspaces workspaces, BlockActionPayload press) {
    String enterprise =
        press.isEnterpriseInstall() && press.getEnterprise() != null
            ? press.getEnterprise().getId()
            : "";
    String tenant = SlackEventMapper.tenant(enterprise, press.getTeam().getId());
    String pressed = press.getContainer().getMessageTs();
    return new Asking(
        workspaces.of(tenant),
        tenant,
        press.getTeam().getId(),
        press.getContainer().getChannelId(),
        Optional.ofNullable(press.getContainer().getThreadTs())
            .filter(root -> !root.equals(pressed)),
        press.getUser().getId());
  }

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

  Set<String> groups() {
    return workspace.groups().of(new TenantId(InboundMessages.PLATFORM, tenant), user);
  }

  boolean direct() {
    return channel.startsWith("D");
  }
}
