package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.parley.command.TypedWish;
import dev.parley.message.Addressing;
import dev.parley.message.Wish;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import dev.parley.slack.api.ApiCall;
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
  private static final String BEGUN = "I am on it.";

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

  /// Asks what was typed behind a command.
  CommandReply ask(Workspace workspace, SlashCommandPayload typed, String question) {
    if (question.isEmpty() || question.length() > LONGEST) {
      return CommandReply.forAsker(
          "Ask with `"
              + asking(typed)
              + "` and your question, of at most "
              + LONGEST
              + " characters.");
    }
    return CommandReply.forAsker(ask(Asking.by(workspace, typed), question).orElse(BEGUN));
  }

  /// Asks for what a command wishes.
  CommandReply ask(Workspace workspace, SlashCommandPayload typed, TypedWish wish) {
    if (wish.text().length() > LONGEST) {
      return CommandReply.forAsker("That is too long: it has at most " + LONGEST + " characters.");
    }
    return CommandReply.forAsker(
        ask(Asking.by(workspace, typed), wish.wish(), wish.text()).orElse(BEGUN));
  }

  private static String asking(SlashCommandPayload typed) {
    String command = typed.getCommand();
    return command.equals("/ask") ? command : command + " ask";
  }

  /// Posts a question for everyone to see, and hands it in.
  ///
  /// @return why it cannot be asked; empty where it is
  Optional<String> ask(Asking asking, String question) {
    return ask(asking, Wish.ANSWER, question);
  }

  private Optional<String> ask(Asking asking, Wish wish, String question) {
    try {
      return handedIn(asking, wish, question, posted(asking, wish, question));
    } catch (SlackCallException refused) {
      return Optional.of(
          "I cannot write here (" + refused.error() + "). Invite me to this channel first.");
    }
  }

  private static String asks(Wish wish) {
    return switch (wish) {
      case ANSWER -> "asks";
      case PICTURE -> "asks for a picture";
      case RUN_TOOL -> "lets a tool run";
    };
  }

  private String posted(Asking asking, Wish wish, String question) {
    Rendering.Part shown =
        rendering.parts("**%s** %s: %s".formatted(asking.name(), asks(wish), question)).getFirst();
    JsonNode post =
        asking
            .workspace()
            .api()
            .call(
                ApiCall.urgent("chat.postMessage")
                    .with("channel", asking.channel())
                    .with("thread_ts", asking.thread())
                    .with("markdown_text", shown.markdown())
                    .with("unfurl_links", "false")
                    .with("unfurl_media", "false"));
    return post.path("ts").asText();
  }

  private Optional<String> handedIn(Asking asking, Wish wish, String question, String ts) {
    SlackMessage message =
        new SlackMessage(
            asking.tenant(),
            asking.team(),
            asking.channel(),
            ts,
            asking.thread(),
            asking.user(),
            question,
            List.of(),
            asking.direct() ? Addressing.DIRECT : Addressing.MENTION,
            false,
            false);
    MessageReceipt receipt =
        core.onMessage(
            messages
                .inbound(message, asking.name(), question, asking.groups())
                .wishing(wish, question));
    return receipt == MessageReceipt.REFUSED
        ? Optional.of("Too many questions wait here already. Please ask again later.")
        : Optional.empty();
  }
}
