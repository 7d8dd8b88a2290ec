package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.identity.MessageId;
import dev.parley.message.InboundMessage;
import dev.parley.platform.Backlog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what was said in a thread, and the message that it hangs from.
public final class ThreadReading {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadReading.class);

  /// The most that Discord tells at once ("Get Channel Messages").
  private static final int PAGE = 100;

  private static final int MOST_PAGES = 5;
  private static final int MOST_CHARACTERS = 20_000;

  private final DiscordApi api;
  private final MessageMapper mapper;
  private final Channels channels;

  public ThreadReading(DiscordApi api, MessageMapper mapper, Channels channels) {
    this.api = api;
    this.mapper = mapper;
    this.channels = channels;
  }

  /// What was said in a message's thread before it: its beginning, and the latest of the rest.
  public Backlog before(InboundMessage message) {
    Optional<MessageId> thread = message.place().thread();
    if (thread.isEmpty() || thread.get().equals(message.id())) {
      return Backlog.NONE;
    }
    List<Backlog.Line> said = new ArrayList<>();
    beginning(message.place().channel(), thread.get().value()).ifPresent(said::add);
    boolean complete = readPages(thread.get().value(), message.id().value(), said);
    return new Backlog(said, complete);
  }

  /// The message that the thread hangs from is in the channel; a post of a forum has its own.
  private Optional<Backlog.Line> beginning(String channel, String thread) {
    boolean inForum = channels.channel(thread).filter(Channels.Channel::inForum).isPresent();
    try {
      return mapper.line(
          api.call(ApiCall.of(Route.Messages.GET_MESSAGE, inForum ? thread : channel, thread)));
    } catch (DiscordCallException unread) {
      LOG.debug("a thread hangs from nothing that can be read: {}", unread.getMessage());
      return Optional.empty();
    }
  }

  /// @return whether that was all
  private boolean readPages(String thread, String before, List<Backlog.Line> said) {
    List<Backlog.Line> latest = new ArrayList<>();
    int characters = 0;
    String from = before;
    try {
      for (int page = 0; page < MOST_PAGES; page++) {
        JsonNode messages =
            api.call(
                ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, thread)
                    .query("before", from)
                    .query("limit", Integer.toString(PAGE)));
        for (JsonNode message : messages) {
          from = message.path("id").asText();
          Optional<Backlog.Line> line = mapper.line(message).filter(one -> !said.contains(one));
          characters += line.map(one -> one.text().length()).orElse(0);
          if (characters > MOST_CHARACTERS) {
            said.addAll(latest.reversed());
            return true;
          }
          line.ifPresent(latest::add);
        }
        if (messages.size() < PAGE) {
          said.addAll(latest.reversed());
          return true;
        }
      }
    } catch (DiscordCallException unread) {
      LOG.info("a thread is read in part: {}", unread.getMessage());
    }
    said.addAll(latest.reversed());
    return false;
  }
}
