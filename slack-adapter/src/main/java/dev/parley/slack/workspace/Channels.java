package dev.parley.slack.workspace;

import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the channels of a workspace are, where no event tells it: asked for each, and remembered
/// for
/// some minutes.
public final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final int MOST_REMEMBERED = 5_000;
  private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();

  private final SlackApi api;
  private final Map<String, Told> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Told(boolean shared, long at) {}

  Channels(SlackApi api) {
    this.api = api;
  }

  /// Whether other companies share a channel (Slack Connect). A channel of which Slack tells
  /// nothing
  /// is one that the bot is not in, and cannot write to.
  public boolean isShared(String channel) {
    synchronized (known) {
      Told told = known.get(channel);
      if (told != null && System.nanoTime() - told.at() < REMEMBERED_NANOS) {
        return told.shared();
      }
    }
    boolean shared = !channel.startsWith("D") && asked(channel);
    synchronized (known) {
      known.put(channel, new Told(shared, System.nanoTime()));
    }
    return shared;
  }

  private boolean asked(String channel) {
    try {
      return api.call(ApiCall.passing("conversations.info").with("channel", channel))
          .path("channel")
          .path("is_ext_shared")
          .asBoolean();
    } catch (SlackCallException untold) {
      LOG.info("whether {} is shared is not known: {}", channel, untold.getMessage());
      return false;
    }
  }
}
