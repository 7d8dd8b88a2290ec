package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.Quoted;
import dev.parley.platform.Backlog;
import dev.parley.platform.RecentWanted;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a message that somebody points at: a thread's first one with all its replies, as far as
/// Slack tells of them.
public final class QuotedReading {
  private static final Logger LOG = LoggerFactory.getLogger(QuotedReading.class);
  private static final int LONGEST = 100_000;

  private final Workspace workspace;
  private final String tenant;
  private final String channel;
  private final SpokenWords words;

  public QuotedReading(Workspace workspace, String tenant, String channel) {
    this.workspace = workspace;
    this.tenant = tenant;
    this.channel = channel;
    this.words = new SpokenWords(workspace, LONGEST);
  }

  /// What was pointed at; empty where nobody said anything in it.
  ///
  /// @param message as Slack tells of it
  /// @param by who points at it
  public Optional<Quoted> of(JsonNode message, String by) {
    String ts = SlackEventMapper.text(message, "ts");
    boolean root =
        message.path("reply_count").asInt() > 0
            || SlackEventMapper.text(message, "thread_ts").equals(ts);
    return root ? thread(message, ts, by) : quoted(List.of(message), ts, true);
  }

  private Optional<Quoted> thread(JsonNode message, String ts, String by) {
    Place place =
        new Place(new TenantId(InboundMessages.PLATFORM, tenant), channel, Optional.empty(), false);
    RecentPages pages =
        new RecentPages(
            workspace.api(),
            new RecentWanted(place, new UserId(by), Instant.EPOCH, RecentWanted.MOST));
    try {
      pages.readThread(ts);
      return quoted(List.copyOf(pages.messages()), ts, pages.isComplete());
    } catch (SlackCallException unread) {
      LOG.info("a thread is not read: {}", unread.getMessage());
      return quoted(List.of(message), ts, false);
    }
  }

  private Optional<Quoted> quoted(List<JsonNode> messages, String ts, boolean complete) {
    List<Quoted.Line> said =
        messages.stream()
            .flatMap(message -> words.of(channel, message).stream())
            .map(this::line)
            .toList();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(new Quoted(InboundMessages.id(channel, ts), permalink(ts), said, complete));
  }

  private Quoted.Line line(Backlog.Line line) {
    return new Quoted.Line(
        named(line.author()),
        InboundMessages.instant(InboundMessages.ts(line.id())),
        line.text(),
        line.attachments());
  }

  /// The bot by its name: in a document it is not whom one speaks to.
  private Author named(Author author) {
    String bot = workspace.identity().user();
    return author.id().value().equals(bot)
        ? new Author(author.id(), workspace.people().person(bot).name())
        : author;
  }

  /// Where people find a message of the channel; empty where Slack does not tell.
  public Optional<String> permalink(String ts) {
    try {
      return Optional.of(
              workspace
                  .api()
                  .call(
                      ApiCall.passing("chat.getPermalink")
                          .with("channel", channel)
                          .with("message_ts", ts))
                  .path("permalink")
                  .asText(""))
          .filter(address -> !address.isEmpty());
    } catch (SlackCallException untold) {
      LOG.info("where a message is found is not known: {}", untold.getMessage());
      return Optional.empty();
    }
  }
}
