package dev.parley.quota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How long a limit counts before it begins anew. The spans of a window follow each other without
/// a gap. Days, weeks (from Monday) and months are those of a time zone, so that a day in which
/// clocks change has 23 or 25 hours; minutes and hours are those of UTC in all zones.
public enum Window {
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH;

  /// The word that people and configuration use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The window of this word; empty where there is none.
  public static Optional<Window> ofWord(String word) {
    return Stream.of(values()).filter(window -> window.word().equals(word)).findFirst();
  }

  /// The span that a moment lies in.
  public Span at(Instant moment, ZoneId zone) {
    LocalDate day = day(moment, zone);
    return switch (this) {
      case MINUTE -> seconds(moment, 60);
      case HOUR -> seconds(moment, 3_600);
      case DAY -> days(day, day.plusDays(1), zone);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield days(monday, monday.plusWeeks(1), zone);
      }
      case MONTH -> {
        LocalDate first = day.withDayOfMonth(1);
        yield days(first, first.plusMonths(1), zone);
      }
    };
  }

  /// The day that a moment belongs to: the date on the clock, unless clocks went back over
  /// midnight; a day that has begun goes on.
  public static LocalDate day(Instant moment, ZoneId zone) {
    LocalDate shown = moment.atZone(zone).toLocalDate();
    LocalDate next = shown.plusDays(1);
    return moment.isBefore(next.atStartOfDay(zone).toInstant()) ? shown : next;
  }

  private Span seconds(Instant moment, long length) {
    long start = Math.floorDiv(moment.getEpochSecond(), length) * length;
    return new Span(this, Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + length));
  }

  private Span days(LocalDate first, LocalDate next, ZoneId zone) {
    return new Span(
        this, first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }
}
