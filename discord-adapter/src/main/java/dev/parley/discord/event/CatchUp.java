package dev.parley.discord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.discord.api.ApiCall;
import dev.parley.discord.api.DiscordApi;
import dev.parley.discord.api.DiscordCallException;
import dev.parley.identity.TenantId;
import dev.parley.platform.Marks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.dv8tion.jda.api.requests.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Discord for what was said while nobody listened: after a start, and after a session that
/// could not be resumed. How far everything was heard is kept; nothing older than a set age is
/// asked for, and the core knows what it had before.
public final class CatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final String HEARD = "heard";
  private static final String DIRECT = "direct ";

  /// A session can be dead for a while before that is noticed.
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final Duration DIRECT_REMEMBERED = Duration.ofDays(7);
  private static final int MOST_CHANNELS = 200;
  private static final String MOST_MESSAGES = "100";

  private final DiscordApi api;
  private final Marks marks;
  private final TenantId bot;
  private final Duration longest;
  private final Clock clock;
  private final Set<String> direct = ConcurrentHashMap.newKeySet();

  /// @param bot what the notes are kept under
  /// @param longest how old something may be to be answered still; zero: nothing is asked for
  public CatchUp(DiscordApi api, Marks marks, TenantId bot, Duration longest, Clock clock) {
    this.api = api;
    this.marks = marks;
    this.bot = bot;
    this.longest = longest;
    this.clock = clock;
  }

  /// A direct message was heard: its channel is one to look into after the next start.
  public void heardDirectly(String channel) {
    direct.add(channel);
  }

  /// Keeps that all was heard until now.
  public void note() {
    Map<String, String> notes = new HashMap<>();
    String now = clock.instant().toString();
    notes.put(HEARD, now);
    List<String> channels = List.copyOf(direct);
    channels.forEach(channel -> notes.put(DIRECT + channel, now));
    marks.keep(bot, notes);
    direct.removeAll(channels);
  }

  /// Hands in what was missed, oldest first in each channel. At the first start ever nothing was,
  /// and what is missed counts from then on.
  ///
  /// @param latest the last message of each channel that the bot sees
  /// @param taker of each message, which may have been heard before
  /// @throws DiscordCallException where some of it should be asked for again
  public void run(Map<String, String> latest, Consumer<JsonNode> taker) {
    Map<String, String> notes = marks.read(bot);
    String last = notes.get(HEARD);
    if (longest.isZero()) {
      return;
    }
    if (last == null) {
      note();
      return;
    }
    Instant heard = time(last).minus(OVERLAP);
    Instant oldest = clock.instant().minus(longest);
    String since = MessageMapper.idAt(heard.isAfter(oldest) ? heard : oldest);
    List<DiscordCallException> away = new ArrayList<>();
    Stream.concat(spokenIn(latest, since), spokenDirectly(notes))
        .limit(MOST_CHANNELS)
        .forEach(channel -> read(channel, since, taker).ifPresent(away::add));
    if (!away.isEmpty()) {
      throw away.getFirst();
    }
  }

  private static Stream<String> spokenIn(Map<String, String> latest, String since) {
    return latest.entrySet().stream()
        .filter(said -> Long.compareUnsigned(number(said.getValue()), number(since)) > 0)
        .map(Map.Entry::getKey);
  }

  private Stream<String> spokenDirectly(Map<String, String> notes) {
    Instant oldest = clock.instant().minus(DIRECT_REMEMBERED);
    return notes.entrySet().stream()
        .filter(note -> note.getKey().startsWith(DIRECT) && time(note.getValue()).isAfter(oldest))
        .map(note -> note.getKey().substring(DIRECT.length()));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException strange) {
      return Instant.EPOCH;
    }
  }

  private static long number(String id) {
    try {
      return Long.parseUnsignedLong(id);
    } catch (NumberFormatException strange) {
      return 0;
    }
  }

  /// @return what kept Discord from telling; empty where it told, or never will
  private Optional<DiscordCallException> read(
      String channel, String since, Consumer<JsonNode> taker) {
    try {
      List<JsonNode> missed = new ArrayList<>();
      api.call(
              ApiCall.of(Route.Messages.GET_MESSAGE_HISTORY, channel)
                  .query("after", since)
                  .query("limit", MOST_MESSAGES))
          .forEach(missed::addFirst);
      missed.forEach(taker);
      return Optional.empty();
    } catch (DiscordCallException unread) {
      LOG.info("what was missed in a channel is not known: {}", unread.getMessage());
      return Optional.of(unread).filter(failed -> !failed.isRefusal());
    }
  }
}
