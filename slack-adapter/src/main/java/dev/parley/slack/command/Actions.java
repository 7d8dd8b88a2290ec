package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import dev.parley.platform.InboundHandler;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.reply.CommandButtons;
import dev.parley.slack.reply.Rendering;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.Workspaces;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Takes commands and pressed buttons, and answers within Slack's three seconds: at once, or,
/// where something takes longer or more than one message, by the address that came along.
public final class Actions {
  private static final Duration AT_ONCE = Duration.ofMillis(1_800);
  private static final Pattern ANY_COMMAND = Pattern.compile("/.+");

  private final Workspaces workspaces;
  private final AnswerPresses presses;
  private final CommandPresses commandPresses;
  private final SlashCommands commands;
  private final Shortcuts shortcuts;
  private final KnowledgeShortcut knowledge;
  private final CommandFiles files;
  private final Rendering rendering;
  private final ResponseUrl later;

  public Actions(
      InboundHandler core,
      Workspaces workspaces,
      Access access,
      InboundMessages messages,
      Rendering rendering,
      HttpClient http) {
    this.workspaces = workspaces;
    this.presses = new AnswerPresses(core, workspaces, access);
    Questions questions = new Questions(core, messages, rendering);
    this.shortcuts = new Shortcuts(workspaces, access, questions);
    CoreCommands coreCommands = new CoreCommands(core, questions.help());
    this.commands = new SlashCommands(workspaces, access, questions, coreCommands);
    this.commandPresses = new CommandPresses(access, coreCommands);
    this.files = new CommandFiles(core, http);
    this.rendering = rendering;
    this.later = new ResponseUrl(http);
    this.knowledge = new KnowledgeShortcut(workspaces, access, coreCommands, rendering, later);
  }

  public void addTo(App app) {
    shortcuts.addTo(app);
    knowledge.addTo(app);
    app.command(ANY_COMMAND, (request, context) -> command(request.getPayload(), context));
    AnswerPresses.ACTIONS.forEach(
        action ->
            app.blockAction(
                action,
                (request, context) -> {
                  press(request.getPayload());
                  return context.ack();
                }));
    app.blockAction(
        CommandButtons.ACTION,
        (request, context) -> {
          BlockActionPayload press = request.getPayload();
          Thread.ofVirtual().name("slack press").start(() -> runCommand(press));
          return context.ack();
        });
  }

  private void runCommand(BlockActionPayload press) {
    CommandReply reply =
        Mishaps.told(
            "a pressed button", () -> commandPresses.pressed(Asking.by(workspaces, press), press));
    later.send(press.getResponseUrl(), reply.responses(rendering));
    sendFiles(() -> Asking.by(workspaces, press), reply, press.getResponseUrl());
  }

  /// @param by where the reply has files
  private void sendFiles(Supplier<Asking> by, CommandReply reply, String url) {
    if (!reply.files().isEmpty()) {
      for (String missing : files.upload(by.get(), reply)) {
        later.send(url, CommandReply.forAsker(missing).in(reply.thread()).responses(rendering));
      }
    }
  }

  /// Slack wants to hear at once that a press has come; what becomes of it is seen later.
  private void press(BlockActionPayload press) {
    Thread.ofVirtual()
        .name("slack press")
        .start(
            () ->
                presses
                    .pressed(press)
                    .map(CommandReply::forAsker)
                    .ifPresent(
                        reply -> later.send(press.getResponseUrl(), reply.responses(rendering))));
  }

  private Response command(SlashCommandPayload typed, Context context) {
    CompletableFuture<List<JsonNode>> reply = new CompletableFuture<>();
    CompletableFuture<Boolean> byAddress = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("slack command")
        .start(
            () -> {
              CommandReply answered = commands.run(typed);
              reply.complete(answered.responses(rendering));
              if (byAddress.join()) {
                later.send(typed.getResponseUrl(), reply.join());
              }
              sendFiles(() -> commands.asking(typed), answered, typed.getResponseUrl());
            });
    Optional<JsonNode> inline =
        reply
            .thenApply(Optional::of)
            .completeOnTimeout(Optional.empty(), AT_ONCE.toMillis(), TimeUnit.MILLISECONDS)
            .join()
            .filter(responses -> responses.size() == 1)
            .map(List::getFirst);
    byAddress.complete(inline.isEmpty());
    return inline
        .map(response -> Response.json(200, JsonParser.parseString(response.toString())))
        .orElseGet(context::ack);
  }
}
