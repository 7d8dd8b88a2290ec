package dev.parley.recall;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.Place;
import dev.parley.platform.RecentWanted;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// What the model wants to read, as it says so.
sealed interface RecentArguments {
  String HOURS = "hours";
  String SINCE = "since";
  String MOST = "most";
  String WHERE = "where";
  String THREAD = "thread";
  String CHANNEL = "channel";

  /// It says what can be read.
  record Wanted(Place place, Instant since, int most) implements RecentArguments {}

  /// It says something else.
  ///
  /// @param why for the model
  record Wrong(String why) implements RecentArguments {}

  /// Reads it.
  ///
  /// @param asked where the question was asked
  static RecentArguments of(JsonNode arguments, Place asked, Instant now) {
    boolean wider = arguments.path(WHERE).asText(THREAD).equals(CHANNEL);
    Place place = wider ? asked.outsideThread() : asked;
    int most = Math.clamp(arguments.path(MOST).asInt(Usual.MOST), 1, RecentWanted.MOST);
    try {
      return new Wanted(place, since(arguments, place, now), most);
    } catch (DateTimeException noMoment) {
      return new Wrong(
          "since must be a moment with its offset, such as 2026-01-31T00:00:00+01:00, and not after"
              + " now; hours must be a number above 0");
    }
  }

  private static Instant since(JsonNode arguments, Place place, Instant now) {
    String text = arguments.path(SINCE).asText("").strip();
    if (!text.isEmpty()) {
      Instant since = moment(text);
      if (since.isAfter(now)) {
        throw new DateTimeException("later than now");
      }
      return since;
    }
    if (!arguments.hasNonNull(HOURS)) {
      return place.thread().isPresent() ? Instant.EPOCH : now.minus(Usual.PAST);
    }
    double hours = arguments.path(HOURS).asDouble();
    if (!(hours > 0)) {
      throw new DateTimeException("no time at all");
    }
    double seconds = Math.min(hours * Usual.SECONDS_PER_HOUR, (double) now.getEpochSecond());
    return now.minusSeconds((long) seconds);
  }

  private static Instant moment(String text) {
    return text.length() <= Usual.DATE_LENGTH
        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(text).toInstant();
  }

  /// What counts where the model does not say.
  final class Usual {
    private static final int MOST = 100;
    private static final Duration PAST = Duration.ofHours(24);
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final int DATE_LENGTH = 10;

    private Usual() {}
  }
}
