package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.Place;
import dev.parley.identity.Requester;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import dev.parley.platform.InboundHandler;
import dev.parley.platform.MessageReceipt;
import dev.parley.slack.text.SlackMarkup;
import dev.parley.slack.workspace.Access;
import dev.parley.slack.workspace.People;
import dev.parley.slack.workspace.UnknownWorkspaceException;
import dev.parley.slack.workspace.Workspace;
import dev.parley.slack.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands what people say to the core, what they change and delete, and their wish to stop.
public final class Incoming {
  private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
  private static final String FULL =
      "Too many messages wait here already; I did not take this one. Please send it again later.";

  private final InboundHandler core;
  private final Workspaces workspaces;
  private final InboundMessages messages;
  private final Access access;
  private final OtherBots otherBots;
  private final TypedCommands commands;
  private final Refusing refusing;
  private final List<AppOpened> opened;

  /// Which messages are taken, besides those of members.
  ///
  /// @param commands take those that are commands
  public record Rules(Access access, OtherBots otherBots, TypedCommands commands) {}

  /// @param opened what follows where somebody opens the app
  public Incoming(
      InboundHandler core,
      Workspaces workspaces,
      InboundMessages messages,
      Rules rules,
      Clock clock,
      List<AppOpened> opened) {
    this.core = core;
    this.workspaces = workspaces;
    this.messages = messages;
    this.access = rules.access();
    this.otherBots = rules.otherBots();
    this.commands = rules.commands();
    this.refusing = new Refusing(clock);
    this.opened = List.copyOf(opened);
  }

  /// Takes an event; once it returns, what it told is stored.
  ///
  /// @param envelope the whole body
  public void take(JsonNode envelope) {
    if (isFarewell(envelope.path("event"))) {
      workspaces.removed(
          SlackEventMapper.tenant(envelope),
          Instant.ofEpochSecond(envelope.path("event_time").asLong()));
      return;
    }
    try {
      take(workspaces.of(SlackEventMapper.tenant(envelope)), envelope);
    } catch (UnknownWorkspaceException gone) {
      LOG.info("an event is passed over: {}", gone.getMessage());
    }
  }

  /// The two may come in any order, and after the app was installed again.
  private static boolean isFarewell(JsonNode event) {
    return switch (event.path("type").asText()) {
      case "app_uninstalled" -> true;
      case "tokens_revoked" -> !event.path("tokens").path("bot").isEmpty();
      default -> false;
    };
  }

  private void take(Workspace workspace, JsonNode envelope) {
    JsonNode event = envelope.path("event");
    if (event.path("type").asText().equals("agent_session_stopped")) {
      stop(workspace, SlackEventMapper.tenant(envelope), event);
    } else if (event.path("type").asText().equals("app_home_opened")) {
      String tenant = SlackEventMapper.tenant(envelope);
      opened.forEach(one -> one.opened(workspace, tenant, event));
    } else {
      SlackEventMapper.message(envelope, workspace.identity())
          .ifPresent(message -> take(workspace, message));
      SlackCorrections.edited(envelope, workspace.identity())
          .ifPresent(message -> core.onEdit(inbound(workspace, message)));
      SlackCorrections.deleted(envelope)
          .ifPresent(
              message ->
                  core.onWithdrawal(
                      new TenantId(InboundMessages.PLATFORM, SlackEventMapper.tenant(envelope)),
                      message));
    }
  }

  private void stop(Workspace workspace, String tenant, JsonNode event) {
    UserId by = new UserId(event.path("user").asText());
    String channel = event.path("channel").asText();
    Place place =
        new Place(
            tenant(tenant),
            channel,
            Optional.of(InboundMessages.id(channel, event.path("thread_ts").asText())),
            channel.startsWith("D"));
    core.onStopIn(place, new Requester(by, workspace.people().person(by.value()).manages()));
  }

  private void take(Workspace workspace, SlackMessage message) {
    if (!message.fromBot()) {
      hand(workspace, message);
    } else if (access.admits(message.shared()) && otherBots.mayAsk(message)) {
      core.onMessage(inbound(workspace, message));
    }
  }

  private void hand(Workspace workspace, SlackMessage message) {
    InboundMessage inbound = inbound(workspace, message);
    Optional<String> refusal =
        access.refusal(workspace.people().person(message.user()), message.shared());
    Optional<String> thread = ReplyAddress.of(inbound.replyAddress()).thread();
    if (refusal.isPresent()) {
      // Slack tells of the message again, should it be slow to tell who wrote it
      workspace.people().certain(message.user());
      if (isToTheBot(message)) {
        refusing.tellNowAndThen(workspace.api(), message, thread, refusal.get());
      }
    } else if (!commands.take(workspace, message)) {
      MessageReceipt receipt = core.onMessage(inbound);
      if (receipt == MessageReceipt.REFUSED) {
        refusing.tell(workspace.api(), message, thread, FULL);
      } else if (receipt == MessageReceipt.DUPLICATE && !inbound.attachments().isEmpty()) {
        // a mention tells of no files, and may have come before the message that it is in
        core.onEdit(inbound);
      }
    }
  }

  private static boolean isToTheBot(SlackMessage message) {
    return message.addressing() == Addressing.DIRECT || message.addressing() == Addressing.MENTION;
  }

  private InboundMessage inbound(Workspace workspace, SlackMessage message) {
    People people = workspace.people();
    SlackMarkup markup =
        new SlackMarkup(
            workspace.identity().user(), user -> Optional.of(people.person(user).name()));
    return messages.inbound(
        message,
        people.person(message.user()).name(),
        markup.plain(message.text()),
        workspace.groups().of(tenant(message.tenant()), message.user()));
  }

  private static TenantId tenant(String name) {
    return new TenantId(InboundMessages.PLATFORM, name);
  }
}
