package dev.parley.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Some days, both ends included.
///
/// @param words as people say it
record DateRange(LocalDate first, LocalDate last, String words) {
  static final String FORM = "today, week, month, or two days such as 2026-11-01..2026-11-25";
  static final int MOST_DAYS = 366;

  private static final Pattern TWO_DAYS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.\\.|–|—|:|-to-)(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern ONE_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /// The days that are meant; empty where the words mean none, or more than a year.
  static Optional<DateRange> read(String text, LocalDate today) {
    return switch (text.strip()) {
      case "today" -> Optional.of(new DateRange(today, today, "today"));
      case "yesterday" ->
          Optional.of(new DateRange(today.minusDays(1), today.minusDays(1), "yesterday"));
      case "week" ->
          Optional.of(
              new DateRange(
                  today.minusDays(today.getDayOfWeek().getValue() - 1L), today, "this week"));
      case "month" -> Optional.of(new DateRange(today.withDayOfMonth(1), today, "this month"));
      default -> dates(text.strip());
    };
  }

  private static Optional<DateRange> dates(String text) {
    Matcher days = TWO_DAYS.matcher(text);
    try {
      if (days.matches()) {
        return between(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
      }
      return ONE_DAY.matcher(text).matches()
          ? between(LocalDate.parse(text), LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static Optional<DateRange> between(LocalDate first, LocalDate last) {
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      return Optional.empty();
    }
    String words = first.equals(last) ? "on " + first : "from " + first + " to " + last;
    return Optional.of(new DateRange(first, last, words));
  }
}
