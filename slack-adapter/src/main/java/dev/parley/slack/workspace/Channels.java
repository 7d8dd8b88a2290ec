package dev.parley.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.Author;
import dev.parley.slack.api.ApiCall;
import dev.parley.slack.api.SlackApi;
import dev.parley.slack.api.SlackCallException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the channels of a workspace are and how they are called, where no event tells it: asked for
/// each, and remembered for some minutes, names for an hour.
public final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final int MOST_REMEMBERED = 5_000;
  private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();
  private static final long NAMED_NANOS = Duration.ofHours(1).toNanos();

  private final SlackApi api;
  private final LongSupplier nanos;
  private final Map<String, Told> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /// @param name as people see it; empty where Slack did not tell
  private record Told(boolean shared, Optional<String> name, long at) {}

  Channels(SlackApi api) {
    this(api, System::nanoTime);
  }

  /// @param nanos that have passed, since whenever
  Channels(SlackApi api, LongSupplier nanos) {
    this.api = api;
    this.nanos = nanos;
  }

  /// Whether other companies share a channel (Slack Connect). A channel of which Slack tells
  /// nothing is one that the bot is not in, and cannot write to.
  public boolean isShared(String channel) {
    return !channel.startsWith("D")
        && told(channel)
            .filter(told -> isYounger(told, REMEMBERED_NANOS))
            .orElseGet(() -> asked(channel))
            .shared();
  }

  /// The name of a channel as people see it; its id where Slack does not tell.
  public String name(String channel) {
    if (channel.startsWith("D")) {
      return "direct message";
    }
    return told(channel)
        .filter(told -> isYounger(told, told.name().isEmpty() ? REMEMBERED_NANOS : NAMED_NANOS))
        .orElseGet(() -> asked(channel))
        .name()
        .orElse(channel);
  }

  private boolean isYounger(Told told, long age) {
    return nanos.getAsLong() - told.at() < age;
  }

  private Optional<Told> told(String channel) {
    synchronized (known) {
      return Optional.ofNullable(known.get(channel));
    }
  }

  private Told asked(String channel) {
    Told told = answered(channel);
    synchronized (known) {
      known.put(channel, told);
    }
    return told;
  }

  private Told answered(String channel) {
    try {
      JsonNode answer =
          api.call(ApiCall.passing("conversations.info").with("channel", channel)).path("channel");
      return new Told(answer.path("is_ext_shared").asBoolean(), name(answer), nanos.getAsLong());
    } catch (SlackCallException untold) {
      LOG.info("what {} is, is not known: {}", channel, untold.getMessage());
      return new Told(false, told(channel).flatMap(Told::name), nanos.getAsLong());
    }
  }

  private static Optional<String> name(JsonNode channel) {
    if (channel.path("is_mpim").asBoolean()) {
      return Optional.of("group message");
    }
    return Optional.of(Author.shown(channel.path("name").asText("")))
        .filter(name -> !name.isEmpty())
        .map(name -> "#" + name);
  }
}
