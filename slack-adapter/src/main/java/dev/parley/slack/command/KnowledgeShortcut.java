package dev.parley.slack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.util.json.GsonFactory;
import dev.parley.message.Quoted;
import dev.parley.slack.event.QuotedReading;
import dev.parley.slack.event.SlackEventMapper;
import dev.parley.slack.reply.Rendering;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.Workspaces;
import java.util.Optional;

/// Adds a message to the knowledge base by its menu: with its whole thread where it began one.
final class KnowledgeShortcut {
  /// What the app's manifest calls it.
  static final String ADD = "parley_add_knowledge";

  private static final String LINE = "/knowledge add";
  private static final String EMPTY = "There is nothing in this message that I can read.";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workspaces workspaces;
  private final Access access;
  private final CoreCommands commands;
  private final Rendering rendering;
  private final ResponseUrl later;

  KnowledgeShortcut(
      Workspaces workspaces,
      Access access,
      CoreCommands commands,
      Rendering rendering,
      ResponseUrl later) {
    this.workspaces = workspaces;
    this.access = access;
    this.commands = commands;
    this.rendering = rendering;
    this.later = later;
  }

  void addTo(App app) {
    app.messageShortcut(
        ADD,
        (request, context) -> {
          MessageShortcutPayload chosen = request.getPayload();
          Thread.ofVirtual().name("slack shortcut").start(() -> add(chosen));
          return context.ack();
        });
  }

  private void add(MessageShortcutPayload chosen) {
    CommandReply reply = Mishaps.told("a shortcut", () -> added(chosen));
    later.send(chosen.getResponseUrl(), reply.responses(rendering));
  }

  private CommandReply added(MessageShortcutPayload chosen) {
    Asking by = asking(chosen);
    Optional<String> refusal = access.refusal(by.workspace(), by.user(), by.channel());
    if (refusal.isPresent()) {
      return CommandReply.forAsker(refusal.get());
    }
    Optional<Quoted> about =
        new QuotedReading(by.workspace(), by.tenant(), by.channel()).of(message(chosen), by.user());
    return about
        .map(what -> commands.run(by, CoreCommands.context(by).about(what), LINE, Optional.empty()))
        .orElseGet(() -> CommandReply.forAsker(EMPTY));
  }

  private Asking asking(MessageShortcutPayload chosen) {
    String enterprise =
        chosen.isEnterpriseInstall() && chosen.getEnterprise() != null
            ? chosen.getEnterprise().getId()
            : "";
    String tenant = SlackEventMapper.tenant(enterprise, chosen.getTeam().getId());
    return new Asking(
        workspaces.of(tenant),
        tenant,
        chosen.getTeam().getId(),
        chosen.getChannel().getId(),
        Optional.ofNullable(chosen.getMessage().getThreadTs())
            .filter(root -> !root.equals(chosen.getMessageTs())),
        chosen.getUser().getId());
  }

  /// As the Web API tells of it.
  private static JsonNode message(MessageShortcutPayload chosen) {
    try {
      return JSON.readTree(GsonFactory.createSnakeCase().toJson(chosen.getMessage()));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a message is always JSON", broken);
    }
  }
}
