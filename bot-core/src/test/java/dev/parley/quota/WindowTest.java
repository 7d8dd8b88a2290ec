package dev.parley.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Windows of time")
class WindowTest {
  @ParameterizedTest(name = "of a {0} follow each other without a gap in all time zones")
  @EnumSource(
      value = Window.class,
      names = {"DAY", "WEEK", "MONTH"})
  void partition(Window window) {
    List<String> wrong = new ArrayList<>();
    ClockChanges.each(
        Duration.ofHours(30),
        Duration.ofMinutes(53),
        (at, zone) -> {
          if (!fits(window, at, zone)) {
            wrong.add(window + " at " + at + " in " + zone);
          }
        });

    assertThat(wrong).isEmpty();
  }

  /// Whether a moment's span holds it, and is the same at its own borders, where its neighbours
  /// begin.
  private static boolean fits(Window window, Instant at, ZoneId zone) {
    Span span = window.at(at, zone);
    return span.contains(at)
        && window.at(span.start(), zone).equals(span)
        && window.at(span.end().minusNanos(1), zone).equals(span)
        && window.at(span.end(), zone).start().equals(span.end())
        && window.at(span.start().minusNanos(1), zone).end().equals(span.start());
  }

  @ParameterizedTest(name = "{1} in {0} has {2} minutes")
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 1380",
    "Europe/Berlin, 2026-10-25, 1500",
    "Europe/Berlin, 2026-11-25, 1440",
    "America/New_York, 2026-03-08, 1380",
    "America/New_York, 2026-11-01, 1500",
    "Australia/Lord_Howe, 2026-04-05, 1470",
    "Australia/Lord_Howe, 2026-10-04, 1410",
    "Pacific/Apia, 2011-12-29, 1440",
    "Pacific/Apia, 2011-12-31, 1440",
    "America/St_Johns, 2010-11-06, 1440",
    "America/St_Johns, 2010-11-07, 1500",
    "UTC, 2026-10-25, 1440"
  })
  void days(ZoneId zone, LocalDate day, long minutes) {
    Instant morning = LocalDateTime.of(day, LocalTime.of(9, 0)).atZone(zone).toInstant();

    assertThat(Window.DAY.at(morning, zone).length()).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  @DisplayName("know no day that a country skipped")
  void skippedDay() {
    ZoneId samoa = ZoneId.of("Pacific/Apia");
    Span before = Window.DAY.at(Instant.parse("2011-12-30T00:00:00Z"), samoa);

    Span after = Window.DAY.at(before.end(), samoa);

    assertThat(before.start().atZone(samoa).toLocalDate()).isEqualTo("2011-12-29");
    assertThat(after.start().atZone(samoa).toLocalDate()).isEqualTo("2011-12-31");
  }

  @Test
  @DisplayName("of weeks begin on Monday, and of months on the first")
  void beginnings() {
    ZoneId zone = ZoneId.of("Asia/Kathmandu");
    for (Instant at = Instant.parse("2026-01-01T00:00:00Z");
        at.isBefore(Instant.parse("2027-01-01T00:00:00Z"));
        at = at.plus(Duration.ofHours(13))) {
      LocalDateTime week = LocalDateTime.ofInstant(Window.WEEK.at(at, zone).start(), zone);
      LocalDateTime month = LocalDateTime.ofInstant(Window.MONTH.at(at, zone).start(), zone);

      assertThat(week.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
      assertThat(month.getDayOfMonth()).isEqualTo(1);
      assertThat(List.of(week.toLocalTime(), month.toLocalTime())).containsOnly(LocalTime.MIDNIGHT);
    }
  }

  @Test
  @DisplayName("of minutes and hours are the same in all time zones")
  void shortOnes() {
    Instant at = Instant.parse("2026-11-25T10:42:17.5Z");
    ZoneId nepal = ZoneId.of("Asia/Kathmandu");

    assertThat(Window.MINUTE.at(at, nepal).start()).isEqualTo("2026-11-25T10:42:00Z");
    assertThat(Window.MINUTE.at(at, nepal).length()).isEqualTo(Duration.ofMinutes(1));
    assertThat(Window.HOUR.at(at, nepal).start()).isEqualTo("2026-11-25T10:00:00Z");
    assertThat(Window.HOUR.at(at, nepal).length()).isEqualTo(Duration.ofHours(1));
    assertThat(fits(Window.MINUTE, at, nepal)).isTrue();
    assertThat(fits(Window.HOUR, at, nepal)).isTrue();
  }

  @ParameterizedTest(name = "of a {0} end before their border: it belongs to the next one")
  @EnumSource(Window.class)
  void border(Window window) {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    Span span = window.at(Instant.parse("2026-11-25T10:42:17Z"), zone);

    assertThat(span.contains(span.start())).isTrue();
    assertThat(span.contains(span.end().minusMillis(1))).isTrue();
    assertThat(span.contains(span.end())).isFalse();
    assertThat(window.at(span.end(), zone).id()).isNotEqualTo(span.id());
  }

  @Test
  @DisplayName("have words that they are found by")
  void words() {
    for (Window window : Window.values()) {
      assertThat(Window.ofWord(window.word())).contains(window);
    }
    assertThat(Window.ofWord("year")).isEmpty();
  }
}
