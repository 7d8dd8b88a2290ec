package dev.parley.slack.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.RecentWanted;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages of messages that Slack tells of since a moment. Apps that are sold outside of Slack's
/// marketplace may read 15 messages a minute (docs.slack.dev, "Rate limits"): they get one page.
final class RecentPages {
  private static final Logger LOG = LoggerFactory.getLogger(RecentPages.class);
  private static final String HISTORY = "conversations.history";
  private static final String REPLIES = "conversations.replies";
  private static final int PAGE = 200;
  private static final int SMALL_PAGE = 15;
  private static final int MOST_PAGES = 5;
  private static final int MOST_THREADS = 5;

  private final SlackApi api;
  private final RecentWanted wanted;
  private final TreeMap<String, JsonNode> messages = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private boolean complete = true;
  private boolean restricted;

  RecentPages(SlackApi api, RecentWanted wanted) {
    this.api = api;
    this.wanted = wanted;
  }

  /// Oldest first.
  Collection<JsonNode> messages() {
    return List.copyOf(messages.values());
  }

  boolean isComplete() {
    return complete;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /// @throws SlackCallException where nothing could be read at all
  void readThread(String root) {
    complete = read(ApiCall.urgent(REPLIES).with("ts", root), Integer.MAX_VALUE);
  }

  /// The channel, newest first, and the threads of it in which something was said since.
  ///
  /// @throws SlackCallException where nothing could be read at all
  void readChannel() {
    complete = read(ApiCall.urgent(HISTORY), wanted.most());
    List<JsonNode> threads = threads();
    int read = restricted ? 0 : readThreads(threads);
    if (read < threads.size()) {
      complete = false;
      notes.add("Replies in %d threads were not read.".formatted(threads.size() - read));
    }
  }

  /// @return whether that is all
  private boolean read(ApiCall first, int enough) {
    ApiCall call = asking(first);
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer;
      try {
        answer = api.call(call);
      } catch (SlackCallException later) {
        if (page == 0) {
          throw later;
        }
        LOG.info("messages are read in part: {}", later.getMessage());
        return false;
      }
      answer.path("messages").forEach(this::take);
      String next = answer.at("/response_metadata/next_cursor").asText("");
      restricted |= !next.isEmpty() && answer.path("messages").size() <= SMALL_PAGE;
      if (next.isEmpty()) {
        return true;
      }
      if (restricted || messages.size() >= enough) {
        return false;
      }
      call = asking(new ApiCall(first.method(), first.form(), false)).with("cursor", next);
    }
    return false;
  }

  /// Slack tells the root of a thread however old it is.
  private void take(JsonNode message) {
    String ts = SlackEventMapper.text(message, "ts");
    if (!InboundMessages.instant(ts).isBefore(wanted.since())) {
      messages.put(ts, message);
    }
  }

  private ApiCall asking(ApiCall call) {
    return call.with("channel", wanted.place().channel())
        .with("oldest", oldest())
        .with("inclusive", "true")
        .with("limit", Integer.toString(PAGE));
  }

  private String oldest() {
    return wanted.since().getEpochSecond() + ".000000";
  }

  /// The roots of threads with new replies, the latest first.
  private List<JsonNode> threads() {
    return messages.values().stream()
        .filter(message -> message.path("reply_count").asInt() > 0)
        .filter(message -> latestReply(message).compareTo(oldest()) >= 0)
        .sorted(Comparator.comparing(RecentPages::latestReply).reversed())
        .toList();
  }

  private static String latestReply(JsonNode root) {
    return SlackEventMapper.text(root, "latest_reply");
  }

  /// @return how many were read
  private int readThreads(List<JsonNode> roots) {
    int read = 0;
    for (JsonNode root : roots.stream().limit(MOST_THREADS).toList()) {
      String ts = SlackEventMapper.text(root, "ts");
      try {
        complete &= read(ApiCall.passing(REPLIES).with("ts", ts), Integer.MAX_VALUE);
        read++;
      } catch (SlackCallException later) {
        LOG.info("threads are read in part: {}", later.getMessage());
        return read;
      }
    }
    return read;
  }
}
