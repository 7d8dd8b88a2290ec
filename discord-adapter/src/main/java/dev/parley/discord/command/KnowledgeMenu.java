package dev.parley.discord.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.command.CommandInvocation;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.discord.event.Channels;
import dev.parley.discord.event.MessageMapper;
import dev.parley.identity.MessageId;
import dev.parley.message.Quoted;
import dev.parley.message.Reply;
import dev.parley.platform.Backlog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds a message to the knowledge base by its menu: with its whole thread where it began one, or
/// where a post of a forum begins with it.
final class KnowledgeMenu {
  static final String NAME = "Add to knowledge";

  /// The command that does it.
  static final List<String> ADD = List.of("knowledge", "add");

  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeMenu.class);
  private static final int MOST_PAGES = 5;

  /// The most that Discord tells at once ("Get Channel Messages").
  private static final int PAGE = 100;

  private static final String EMPTY = "There is nothing in this message that I can read.";

  private final DiscordApi api;
  private final MessageMapper mapper;
  private final SlashCommands commands;
  private final Deferral deferral;
  private final Channels channels;

  KnowledgeMenu(
      DiscordApi api,
      MessageMapper mapper,
      SlashCommands commands,
      Deferral deferral,
      Channels channels) {
    this.api = api;
    this.mapper = mapper;
    this.commands = commands;
    this.deferral = deferral;
    this.channels = channels;
  }

  /// Adds the chosen message.
  ///
  /// @return whether it was this menu
  boolean chosen(MessageContextInteractionEvent event) {
    if (!event.getName().equals(NAME)) {
      return false;
    }
    if (deferral.isPromised(event, true)) {
      CommandInvocation invocation = Visit.of(event, channels).invocation(ADD, Map.of());
      Reply reply =
          quoted(event)
              .map(about -> commands.answered(invocation.about(about)))
              .orElseGet(() -> Reply.notice(EMPTY));
      commands.tell(event, ADD, reply, true);
    }
    return true;
  }

  private Optional<Quoted> quoted(MessageContextInteractionEvent event) {
    Message target = event.getTarget();
    String channel = String.valueOf(event.getChannelId());
    List<JsonNode> messages = new ArrayList<>();
    boolean complete = isRoot(target, channel) ? read(target.getId(), messages) : true;
    if (messages.stream().noneMatch(one -> one.path("id").asText().equals(target.getId()))) {
      messages.addFirst(MessageMenus.json(target, channel));
    }
    List<Quoted.Line> said =
        messages.stream()
            .flatMap(message -> mapper.line(message).stream())
            .map(this::line)
            .toList();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Quoted(new MessageId(target.getId()), Optional.of(address(event)), said, complete));
  }

  /// A thread has the id of the message that it hangs from; a post that of its first message.
  private static boolean isRoot(Message target, String channel) {
    return target.getId().equals(channel) || target.getStartedThread() != null;
  }

  private Quoted.Line line(Backlog.Line line) {
    return new Quoted.Line(
        line.author(), MessageMapper.sentAt(line.id().value()), line.text(), line.attachments());
  }

  /// Reads a thread, oldest first.
  ///
  /// @return whether that is all of it
  private boolean read(String thread, List<JsonNode> messages) {
    try {
      for (int page = 0; page < MOST_PAGES; page++) {
        ApiCall call =
            ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, thread)
                .query("limit", Integer.toString(PAGE));
        JsonNode told =
            api.call(
                messages.isEmpty()
                    ? call
                    : call.query("before", messages.getFirst().path("id").asText()));
        told.forEach(messages::addFirst);
        if (told.size() < PAGE) {
          return true;
        }
      }
    } catch (DiscordCallException unread) {
      LOG.info("a thread is read in part: {}", unread.getMessage());
    }
    return false;
  }

  private static String address(MessageContextInteractionEvent event) {
    String guild = Optional.ofNullable(event.getGuild()).map(ISnowflake::getId).orElse("@me");
    return "https://discord.com/channels/%s/%s/%s"
        .formatted(guild, event.getChannelId(), event.getTarget().getId());
  }
}
