package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.attachment.AttachmentRef;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.identity.MessageId;
import dev.parley.platform.Backlog;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what was said lately in a channel or thread that both the bot and who asks may read.
public final class RecentReading {
  private static final Logger LOG = LoggerFactory.getLogger(RecentReading.class);

  /// The most that Discord tells at once ("Get Channel Messages").
  private static final int PAGE = 100;

  private static final int MOST_PAGES = 5;

  private final DiscordApi api;
  private final MessageMapper mapper;
  private final ReadingRights rights;
  private final String bot;

  /// @param bot its own id
  public RecentReading(DiscordApi api, MessageMapper mapper, ReadingRights rights, String bot) {
    this.api = api;
    this.mapper = mapper;
    this.rights = rights;
    this.bot = bot;
  }

  /// What was said, or why it is not told.
  public Recent of(RecentWanted wanted) {
    String channel = wanted.place().thread().map(MessageId::value).orElse(wanted.place().channel());
    if (wanted.place().direct()) {
      return read(channel, wanted);
    }
    return switch (rights.toRead(channel, wanted.asker().value())) {
      case BOTH -> read(channel, wanted);
      case NOT_THE_BOT ->
          new Recent.NotReadable(
              "The bot lacks the permission \"Read Message History\" in this channel.");
      case NOT_THE_PERSON ->
          new Recent.NotReadable(
              "You lack the permission \"Read Message History\" in this channel, so I must not"
                  + " tell you.");
      case UNKNOWN -> new Recent.NotReadable("The bot cannot find out whether this may be read.");
    };
  }

  private Recent read(String channel, RecentWanted wanted) {
    Pages pages = new Pages(wanted);
    try {
      pages.read(channel);
    } catch (DiscordCallException untold) {
      LOG.info("what was said lately is not told: {}", untold.getMessage());
      return new Recent.NotReadable(
          untold.isRefusal()
              ? "Discord does not let the bot read what was said here."
              : "Discord does not tell what was said here now.");
    }
    return pages.told();
  }

  /// What was read so far, newest first.
  private final class Pages {
    private final RecentWanted wanted;
    private final List<Recent.Line> latest = new ArrayList<>();
    private boolean complete;
    private int wordless;
    private int threads;

    Pages(RecentWanted wanted) {
      this.wanted = wanted;
    }

    /// @throws DiscordCallException where nothing could be read at all
    void read(String channel) {
      String before = "";
      for (int page = 0; page < MOST_PAGES; page++) {
        JsonNode messages;
        try {
          messages = page(channel, before);
        } catch (DiscordCallException later) {
          if (page == 0) {
            throw later;
          }
          LOG.info("messages are read in part: {}", later.getMessage());
          return;
        }
        for (JsonNode message : messages) {
          before = message.path("id").asText();
          if (MessageMapper.sentAt(before).isBefore(wanted.since())) {
            complete = true;
            return;
          }
          if (latest.size() == wanted.most()) {
            return;
          }
          take(message);
        }
        if (messages.size() < PAGE) {
          complete = true;
          return;
        }
      }
    }

    private JsonNode page(String channel, String before) {
      ApiCall call =
          ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, channel)
              .query("limit", Integer.toString(PAGE));
      return api.call(before.isEmpty() ? call : call.query("before", before));
    }

    private void take(JsonNode message) {
      Optional<Backlog.Line> line = mapper.line(message);
      line.map(this::recent).ifPresent(latest::add);
      boolean person = !message.path("author").path("bot").asBoolean();
      if (line.isEmpty() && person && message.path("type").asInt() == MessageMapper.PLAIN) {
        wordless++;
      }
      if (message.has("thread")) {
        threads++;
      }
    }

    private Recent.Line recent(Backlog.Line line) {
      return new Recent.Line(
          line.id(),
          MessageMapper.sentAt(line.id().value()),
          line.author(),
          line.author().id().value().equals(bot),
          false,
          line.text(),
          line.attachments().stream().map(AttachmentRef::name).toList());
    }

    Recent.Told told() {
      List<String> notes = new ArrayList<>();
      if (!rights.coversContent() && wordless > 0) {
        notes.add(
            "Discord hides the words of %d messages that do not name the bot, since it has no Message"
                    .formatted(wordless)
                + " Content Intent.");
      }
      if (threads > 0) {
        notes.add("What was said in %d threads was not read.".formatted(threads));
      }
      return new Recent.Told(latest.reversed(), complete && notes.isEmpty(), notes);
    }
  }
}
