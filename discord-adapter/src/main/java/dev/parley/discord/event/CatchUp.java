package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.identity.TenantId;
import dev.parley.platform.Marks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Discord for what was said while nobody listened: after a start, and after a session that
/// could not be resumed. How far everything was heard is kept; nothing older than a set age is
/// asked for, and the core knows what it had before.
///
/// There are bounds, and a line in the log for each that is met. The newest is taken before the
/// rest, since those who wrote it are still there; direct messages before channels, where others
/// can answer too.
public final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /// A session can be dead for a while before that is noticed.
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /// Of the guilds' channels, and again of those of direct messages.
  private static final int MOST_CHANNELS = 200;

  private static final int MOST_OF_CHANNEL = 500;
  private static final int MOST_IN_ALL = 5_000;

  private final DiscordApi api;
  private final Channels channels;
  private final Heard heard;
  private final Duration longest;
  private final Clock clock;

  /// @param bot what the notes are kept under
  /// @param longest how old something may be to be answered still; zero: nothing is asked for
  public CatchUp(
      DiscordApi api, Channels channels, Marks marks, TenantId bot, Duration longest, Clock clock) {
    this.api = api;
    this.channels = channels;
    this.heard = new Heard(marks, bot, clock);
    this.longest = longest;
    this.clock = clock;
  }

  /// A direct message was heard: its channel is one to look into after the next start.
  public void heardDirectly(String channel) {
    heard.directly(channel);
  }

  /// Keeps that all was heard until now.
  public void note() {
    heard.note();
  }

  /// Hands in what was missed, oldest first in each channel. At the first start ever nothing was,
  /// and what is missed counts from then on.
  ///
  /// @param latest the last message of each channel that the bot sees
  /// @param taker of each message, which may have been heard before
  /// @throws DiscordCallException where some of it should be asked for again
  public void run(Map<String, String> latest, Consumer<JsonNode> taker) {
    Heard.Notes notes = heard.read();
    if (longest.isZero()) {
      return;
    }
    if (notes.until().isEmpty()) {
      note();
      return;
    }
    Instant until = notes.until().get().minus(OVERLAP);
    Instant oldest = clock.instant().minus(longest);
    Round round = new Round(MessageMapper.idAt(until.isAfter(oldest) ? until : oldest), taker);
    round.read(bounded(notes.direct(), "of direct messages"), true);
    round.read(bounded(spokenIn(latest, round.since), "of servers"), false);
    round.end();
  }

  private static List<String> bounded(List<String> found, String which) {
    if (found.size() > MOST_CHANNELS) {
      LOG.warn(
          "what was missed is asked for in the {} channels {} that were used last; {} are left out",
          MOST_CHANNELS,
          which,
          found.size() - MOST_CHANNELS);
    }
    return found.subList(0, Math.min(MOST_CHANNELS, found.size()));
  }

  /// The channels in which something was said, the latest first.
  private static List<String> spokenIn(Map<String, String> latest, String since) {
    return latest.entrySet().stream()
        .filter(said -> MessageMapper.number(said.getValue()) > MessageMapper.number(since))
        .sorted(
            Comparator.comparing(
                said -> MessageMapper.number(said.getValue()), Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// One time of asking.
  private final class Round {
    private final String since;
    private final Consumer<JsonNode> taker;
    private final List<DiscordCallException> away = new ArrayList<>();
    private int left = MOST_IN_ALL;

    private Round(String since, Consumer<JsonNode> taker) {
      this.since = since;
      this.taker = taker;
    }

    private void read(List<String> from, boolean direct) {
      from.forEach(channel -> read(channel, direct));
    }

    private void read(String channel, boolean direct) {
      try {
        Gap gap = Gap.read(api, channel, since, Math.min(MOST_OF_CHANNEL, left));
        left -= gap.taken().size();
        if (direct && !gap.taken().isEmpty()) {
          heard.directly(channel);
        }
        gap.taken().forEach(taker);
        if (gap.leftOut() > 0) {
          tell(channel, gap);
        }
      } catch (DiscordCallException unread) {
        LOG.info("what was missed in a channel is not known: {}", unread.getMessage());
        Optional.of(unread).filter(failed -> !failed.isRefusal()).ifPresent(away::add);
      }
    }

    private void tell(String channel, Gap gap) {
      LOG.warn(
          "of what was missed in {}, the newest {} messages are taken in; {}{} older ones are left"
              + " out",
          name(channel),
          gap.taken().size(),
          gap.counted() ? "" : "at least ",
          gap.leftOut());
    }

    private String name(String channel) {
      return channels
          .channel(channel)
          .map(known -> "the channel " + known.name() + " (" + channel + ")")
          .orElse("the direct messages " + channel);
    }

    private void end() {
      if (!away.isEmpty()) {
        throw away.getFirst();
      }
    }
  }
}
