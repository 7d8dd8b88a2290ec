package dev.parley.slack.event;

import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people, for their eyes only, that a message of theirs is not taken.
final class Refusing {
  private static final Logger LOG = LoggerFactory.getLogger(Refusing.class);
  private static final Duration OFTEN_ENOUGH = Duration.ofDays(1);
  private static final int MOST_REMEMBERED = 5_000;

  private final Clock clock;
  private final Map<String, Instant> told =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Refusing(Clock clock) {
    this.clock = clock;
  }

  /// Tells so, and does not wait for it.
  void tell(SlackApi api, SlackMessage message, Optional<String> thread, String why) {
    Thread.ofVirtual().name("slack refusal").start(() -> post(api, message, thread, why));
  }

  /// Tells so once a day in each channel.
  void tellNowAndThen(SlackApi api, SlackMessage message, Optional<String> thread, String why) {
    if (isNews(message.tenant() + " " + message.channel() + " " + message.user())) {
      tell(api, message, thread, why);
    }
  }

  private synchronized boolean isNews(String what) {
    Instant now = clock.instant();
    Instant before = told.get(what);
    if (before != null && now.isBefore(before.plus(OFTEN_ENOUGH))) {
      return false;
    }
    told.put(what, now);
    return true;
  }

  private static void post(
      SlackApi api, SlackMessage message, Optional<String> thread, String why) {
    try {
      api.call(
          ApiCall.passing("chat.postEphemeral")
              .with("channel", message.channel())
              .with("user", message.user())
              .with("thread_ts", thread)
              .with("text", why));
    } catch (SlackCallException untold) {
      LOG.warn("{} was not told that a message was refused: {}", message.user(), untold.toString());
    }
  }
}
