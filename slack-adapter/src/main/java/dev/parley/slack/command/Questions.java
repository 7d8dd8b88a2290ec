package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.parley.message.Addressing;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.event.SlackMessage;
import dev.parley.slack.reply.Rendering;
import dev.parley.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// Questions that are asked by a command: since a command leaves no message, the bot posts the
/// question, and answers under it.
final class Questions {
  private static final int LONGEST = 3_000;

  private final InboundHandler core;
  private final InboundMessages messages;
  private final Rendering rendering;

  Questions(InboundHandler core, InboundMessages messages, Rendering rendering) {
    this.core = core;
    this.messages = messages;
    this.rendering = rendering;
  }

  String help() {
    return "- `/ask <question>`: Asks me here, for everyone to see";
  }

  CommandReply ask(Workspace workspace, SlashCommandPayload typed, String question) {
    if (question.isEmpty() || question.length() > LONGEST) {
      return CommandReply.forAsker(
          "Ask with `"
              + asking(typed)
              + "` and your question, of at most "
              + LONGEST
              + " characters.");
    }
    try {
      return handedIn(workspace, typed, question, posted(workspace.api(), typed, question));
    } catch (SlackCallException refused) {
      return CommandReply.forAsker(
          "I cannot write here (" + refused.error() + "). Invite me to this channel first.");
    }
  }

  private static String asking(SlashCommandPayload typed) {
    String command = typed.getCommand();
    return command.equals("/ask") ? command : command + " ask";
  }

  private String posted(SlackApi api, SlashCommandPayload typed, String question) {
    Rendering.Part shown =
        rendering.parts("**" + typed.getUserName() + "** asks: " + question).getFirst();
    JsonNode post =
        api.call(
            ApiCall.urgent("chat.postMessage")
                .with("channel", typed.getChannelId())
                .with("markdown_text", shown.markdown())
                .with("unfurl_links", "false")
                .with("unfurl_media", "false"));
    return post.path("ts").asText();
  }

  private CommandReply handedIn(
      Workspace workspace, SlashCommandPayload typed, String question, String ts) {
    boolean direct = typed.getChannelId().startsWith("D");
    SlackMessage message =
        new SlackMessage(
            SlashCommands.tenant(typed).id(),
            typed.getTeamId(),
            typed.getChannelId(),
            ts,
            Optional.empty(),
            typed.getUserId(),
            question,
            List.of(),
            direct ? Addressing.DIRECT : Addressing.MENTION,
            false);
    String author = workspace.people().person(typed.getUserId()).name();
    MessageReceipt receipt = core.onMessage(messages.inbound(message, author, question));
    return CommandReply.forAsker(
        receipt == MessageReceipt.REFUSED
            ? "Too many questions wait here already. Please ask again later."
            : "I am on it.");
  }
}
