package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.MessageId;
import dev.parley.platform.Backlog;
import dev.parley.platform.Recent;
import dev.parley.platform.RecentWanted;
import dev.parley.slack.api.SlackCallException;
import dev.parley.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what was said lately in a channel with its threads, or in one thread. Whoever asks there
/// is in the channel; Slack tells the bot only of channels that it is in.
public final class RecentReading {
  private static final Logger LOG = LoggerFactory.getLogger(RecentReading.class);

  private final Workspace workspace;
  private final RecentWanted wanted;
  private final SpokenWords words;

  private RecentReading(Workspace workspace, RecentWanted wanted) {
    this.workspace = workspace;
    this.wanted = wanted;
    this.words = new SpokenWords(workspace);
  }

  /// What was said, or why Slack does not tell.
  public static Recent of(Workspace workspace, RecentWanted wanted) {
    try {
      return new RecentReading(workspace, wanted).read();
    } catch (SlackCallException untold) {
      LOG.info("what was said lately is not told: {}", untold.getMessage());
      return new Recent.NotReadable(reason(untold));
    }
  }

  private static String reason(SlackCallException untold) {
    return switch (untold.error()) {
      case "not_in_channel", "channel_not_found" ->
          "The bot is not in this channel, so it cannot read it; somebody can add it by /invite.";
      case "missing_scope" ->
          "The app is not allowed to read messages here; it takes the scopes that end with :history.";
      case "ratelimited" -> "Slack lets the bot read no more for now; in a minute it may.";
      default -> "Slack does not tell what was said here.";
    };
  }

  private Recent read() {
    RecentPages pages = new RecentPages(workspace.api(), wanted);
    wanted
        .place()
        .thread()
        .map(InboundMessages::ts)
        .ifPresentOrElse(pages::readThread, pages::readChannel);
    List<Recent.Line> said =
        pages.messages().stream().flatMap(message -> line(message).stream()).toList();
    int from = Math.max(0, said.size() - wanted.most());
    return new Recent.Told(
        said.subList(from, said.size()), pages.isComplete() && from == 0, pages.notes());
  }

  private Optional<Recent.Line> line(JsonNode message) {
    return words.of(wanted.place().channel(), message).map(line -> recent(line, message));
  }

  private Recent.Line recent(Backlog.Line line, JsonNode message) {
    String root = SlackEventMapper.text(message, "thread_ts");
    boolean inThread = !root.isEmpty() && !root.equals(ts(line.id()));
    return new Recent.Line(
        line.id(),
        InboundMessages.instant(ts(line.id())),
        line.author(),
        line.author().id().value().equals(workspace.identity().user()),
        inThread && wanted.place().thread().isEmpty(),
        line.text(),
        line.attachments().stream().map(file -> file.name()).toList());
  }

  private static String ts(MessageId id) {
    return InboundMessages.ts(id);
  }
}
