package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import dev.parley.identity.UserId;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.platform.InboundHandler;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.reply.Rendering;
import dev.parley.slack.reply.StopButton;
import dev.parley.slack.workspace.Workspaces;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Takes commands and pressed buttons, and answers within Slack's three seconds: at once, or, where
/// something takes longer or more than one message, by the address that came along.
public final class Actions {
  private static final Duration AT_ONCE = Duration.ofMillis(1_800);
  private static final Pattern ANY_COMMAND = Pattern.compile("/.+");

  private final InboundHandler core;
  private final SlashCommands commands;
  private final Rendering rendering;
  private final ResponseUrl later;

  public Actions(
      InboundHandler core,
      Workspaces workspaces,
      InboundMessages messages,
      Rendering rendering,
      HttpClient http) {
    this.core = core;
    this.commands = new SlashCommands(core, workspaces, new Questions(core, messages, rendering));
    this.rendering = rendering;
    this.later = new ResponseUrl(http);
  }

  public void addTo(App app) {
    app.command(ANY_COMMAND, (request, context) -> command(request.getPayload(), context));
    app.blockAction(
        StopButton.ACTION,
        (request, context) -> {
          pressed(request.getPayload())
              .ifPresent(
                  sentence ->
                      send(request.getPayload().getResponseUrl(), CommandReply.forAsker(sentence)));
          return context.ack();
        });
  }

  private Response command(SlashCommandPayload typed, Context context) {
    CompletableFuture<List<JsonNode>> reply = new CompletableFuture<>();
    CompletableFuture<Boolean> byAddress = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("slack command")
        .start(
            () -> {
              reply.complete(commands.run(typed).responses(rendering));
              if (byAddress.join()) {
                later.send(typed.getResponseUrl(), reply.join());
              }
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

  /// @return what to tell who pressed; empty where what happens is seen anyway
  private Optional<String> pressed(BlockActionPayload press) {
    Optional<TurnRef> turn =
        press.getActions().stream()
            .filter(action -> StopButton.ACTION.equals(action.getActionId()))
            .findFirst()
            .flatMap(action -> StopButton.turn(action.getValue()));
    return turn.flatMap(
        ref ->
            switch (core.onStop(ref, new UserId(press.getUser().getId()))) {
              case StopOutcome.STOPPING -> Optional.empty();
              case StopOutcome.NOT_YOURS -> Optional.of("Only who asked can stop this.");
              case StopOutcome.NOT_RUNNING -> Optional.of("There is nothing to stop any more.");
            });
  }

  private void send(String url, CommandReply reply) {
    Thread.ofVirtual()
        .name("slack response")
        .start(() -> later.send(url, reply.responses(rendering)));
  }
}
