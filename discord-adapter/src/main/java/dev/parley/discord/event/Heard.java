package dev.parley.discord.event;

import dev.parley.identity.TenantId;
import dev.parley.platform.Marks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// How far everything was heard, and who wrote directly lately, kept for the next start.
final class Heard {
  private static final String UNTIL = "heard";
  private static final String DIRECT = "direct ";
  private static final Duration DIRECT_REMEMBERED = Duration.ofDays(7);
  private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(1);

  private final Marks marks;
  private final TenantId bot;
  private final Clock clock;
  private final Set<String> direct = ConcurrentHashMap.newKeySet();
  private volatile Instant nextClearing = Instant.EPOCH;

  /// @param bot what the notes are kept under
  Heard(Marks marks, TenantId bot, Clock clock) {
    this.marks = marks;
    this.bot = bot;
    this.clock = clock;
  }

  /// What is kept.
  ///
  /// @param until empty before the first start
  /// @param direct the channels of direct messages that were used lately, the latest first
  record Notes(Optional<Instant> until, List<String> direct) {}

  /// A direct message was heard: Discord does not list its channel.
  void directly(String channel) {
    direct.add(channel);
  }

  /// Keeps that all was heard until now.
  void note() {
    Map<String, String> notes = new HashMap<>();
    String now = clock.instant().toString();
    notes.put(UNTIL, now);
    List<String> channels = List.copyOf(direct);
    channels.forEach(channel -> notes.put(DIRECT + channel, now));
    marks.keep(bot, notes);
    channels.forEach(direct::remove);
    clear();
  }

  /// Channels that nobody wrote into for long are forgotten.
  private void clear() {
    Instant now = clock.instant();
    if (now.isBefore(nextClearing)) {
      return;
    }
    Map<String, String> old = new HashMap<>(marks.read(bot));
    old.entrySet().removeIf(note -> !note.getKey().startsWith(DIRECT) || isRemembered(note));
    marks.forget(bot, old);
    nextClearing = now.plus(BETWEEN_CLEARINGS);
  }

  private boolean isRemembered(Map.Entry<String, String> note) {
    return time(note.getValue()).isAfter(clock.instant().minus(DIRECT_REMEMBERED));
  }

  Notes read() {
    Map<String, String> notes = marks.read(bot);
    return new Notes(
        Optional.ofNullable(notes.get(UNTIL)).map(Heard::time),
        notes.entrySet().stream()
            .filter(note -> note.getKey().startsWith(DIRECT) && isRemembered(note))
            .sorted(Comparator.comparing(note -> time(note.getValue()), Comparator.reverseOrder()))
            .map(note -> note.getKey().substring(DIRECT.length()))
            .toList());
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException strange) {
      return Instant.EPOCH;
    }
  }
}
