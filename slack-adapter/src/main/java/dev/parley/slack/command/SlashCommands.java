package dev.parley.slack.command;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.parley.command.TypedWish;
import dev.parley.identity.TenantId;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.event.SlackEventMapper;
import dev.parley.slack.text.SlackMarkup;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.Workspaces;
import java.util.Optional;

/// Runs what people type behind the bot's slash command: the core's commands, and `ask`. Each of
/// them can be a slash command of its own, where the app's manifest lists it.
final class SlashCommands {
  private static final String ESCAPED = "/knowledge";

  private final Workspaces workspaces;
  private final Access access;
  private final Questions questions;
  private final CoreCommands commands;

  SlashCommands(Workspaces workspaces, Access access, Questions questions, CoreCommands commands) {
    this.workspaces = workspaces;
    this.access = access;
    this.questions = questions;
    this.commands = commands;
  }

  /// Runs a command; whatever happens, there is something to tell.
  CommandReply run(SlashCommandPayload typed) {
    return Mishaps.told("a command", () -> run(asking(typed), typed));
  }

  Asking asking(SlashCommandPayload typed) {
    return Asking.by(workspaces.of(tenant(typed).id()), typed);
  }

  private CommandReply run(Asking by, SlashCommandPayload typed) {
    Optional<String> refusal = access.refusal(by.workspace(), by.user(), by.channel());
    if (refusal.isPresent()) {
      return CommandReply.forAsker(refusal.get());
    }
    String words = words(typed);
    if (words.equals(CoreCommands.ASK) || words.startsWith(CoreCommands.ASK + " ")) {
      String question = words.substring(CoreCommands.ASK.length()).strip();
      return questions.ask(by.workspace(), typed, question);
    }
    String line = "/" + (words.isEmpty() ? "help" : words);
    Optional<TypedWish> wish = commands.wish(line);
    if (wish.isPresent()) {
      return questions.ask(by.workspace(), typed, wish.get());
    }
    return commands.run(by, line, Optional.of(typed.getCommand()));
  }

  private String words(SlashCommandPayload typed) {
    String text = text(typed).strip();
    String name = typed.getCommand().substring(1);
    return commands.names().contains(name) ? (name + " " + text).strip() : text;
  }

  /// With mentions as Slack writes them where its manifest says so, as for `/knowledge`.
  private String text(SlashCommandPayload typed) {
    String text = Optional.ofNullable(typed.getText()).orElse("");
    return typed.getCommand().equals(ESCAPED)
        ? new SlackMarkup("", _ -> Optional.empty()).command(text)
        : text;
  }

  static TenantId tenant(SlashCommandPayload typed) {
    String enterprise =
        typed.isEnterpriseInstall() ? Optional.ofNullable(typed.getEnterpriseId()).orElse("") : "";
    return new TenantId(
        InboundMessages.PLATFORM, SlackEventMapper.tenant(enterprise, typed.getTeamId()));
  }
}
