package dev.parley.slack.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.command.CommandInvocation;
import dev.parley.identity.TenantId;
import dev.parley.message.Addressing;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.RateLimit;
import dev.parley.platform.RateLimits;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.event.InboundMessages;
import dev.parley.slack.event.QuotedReading;
import dev.parley.slack.event.SlackMessage;
import dev.parley.slack.event.TypedCommands;
import dev.parley.slack.file.FileRefs;
import dev.parley.slack.reply.Rendering;
import dev.parley.slack.text.SlackMarkup;
import dev.parley.slack.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs commands that people write to the bot in a message, with its files. Slack may tell of a
/// message more than once, and to more than one instance: each is run once.
public final class MessageCommands implements TypedCommands {
  private static final Logger LOG = LoggerFactory.getLogger(MessageCommands.class);
  private static final RateLimit ONCE = new RateLimit(1, Duration.ofHours(1), 0);

  private final CoreCommands commands;
  private final Rendering rendering;
  private final RateLimits limits;

  /// @param limits reckoned with all instances of the bot
  public MessageCommands(InboundHandler core, Rendering rendering, RateLimits limits) {
    this.commands = new CoreCommands(core, "");
    this.rendering = rendering;
    this.limits = limits;
  }

  @Override
  public boolean take(Workspace workspace, SlackMessage message) {
    if (message.addressing() != Addressing.DIRECT && message.addressing() != Addressing.MENTION) {
      return false;
    }
    Optional<String> line = commands.lineWithFiles(text(workspace, message));
    if (line.isPresent() && isFirst(message)) {
      Thread.ofVirtual().name("slack command").start(() -> run(workspace, message, line.get()));
    }
    return line.isPresent();
  }

  private static String text(Workspace workspace, SlackMessage message) {
    return new SlackMarkup(
            workspace.identity().user(),
            user -> Optional.of(workspace.people().person(user).name()))
        .command(message.text());
  }

  private boolean isFirst(SlackMessage message) {
    return limits
        .take(
            new TenantId(InboundMessages.PLATFORM, message.tenant()),
            "command/" + message.channel() + "/" + message.ts(),
            ONCE,
            false)
        .isEmpty();
  }

  private void run(Workspace workspace, SlackMessage message, String line) {
    Asking by =
        new Asking(
            workspace,
            message.tenant(),
            message.team(),
            message.channel(),
            message.thread(),
            message.user());
    CommandReply reply =
        Mishaps.told(
            "a command in a message",
            () -> commands.run(by, context(by, workspace, message), line, Optional.empty()));
    reply.responses(rendering).forEach(response -> tell(by, message, response));
  }

  /// With its files, and where people find those.
  private static CommandInvocation context(Asking by, Workspace workspace, SlackMessage message) {
    List<AttachmentRef> files = files(workspace, message);
    Optional<String> address =
        files.isEmpty()
            ? Optional.empty()
            : new QuotedReading(workspace, message.tenant(), message.channel())
                .permalink(message.ts());
    return CoreCommands.context(by).with(files).writtenAt(address);
  }

  /// A mention tells of no files: they are asked for, where the bot is in the channel.
  private static List<AttachmentRef> files(Workspace workspace, SlackMessage message) {
    if (!message.files().isEmpty() || message.addressing() == Addressing.DIRECT) {
      return message.files();
    }
    try {
      for (JsonNode one : workspace.api().call(around(message)).path("messages")) {
        if (one.path("ts").asText().equals(message.ts())) {
          return FileRefs.of(one);
        }
      }
    } catch (SlackCallException untold) {
      LOG.info("the files of a command are not known: {}", untold.getMessage());
    }
    return List.of();
  }

  private static ApiCall around(SlackMessage message) {
    return ApiCall.urgent("conversations.replies")
        .with("channel", message.channel())
        .with("ts", message.thread().orElse(message.ts()))
        .with("oldest", message.ts())
        .with("latest", message.ts())
        .with("inclusive", "true")
        .with("limit", "10");
  }

  /// For the eyes of who gave the command.
  private static void tell(Asking by, SlackMessage message, JsonNode response) {
    ApiCall call =
        (by.direct()
                ? ApiCall.urgent("chat.postMessage")
                    .with("thread_ts", message.thread().orElse(message.ts()))
                : ApiCall.urgent("chat.postEphemeral")
                    .with("user", by.user())
                    .with("thread_ts", message.thread()))
            .with("channel", by.channel())
            .with("text", response.path("text").asText())
            .with("blocks", response.path("blocks").toString());
    try {
      by.workspace().api().call(call);
    } catch (SlackCallException untold) {
      LOG.warn("{} was not told what came of a command: {}", by.user(), untold.getMessage());
    }
  }
}
