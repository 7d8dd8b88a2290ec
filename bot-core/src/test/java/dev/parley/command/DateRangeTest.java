package dev.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Days that people name")
class DateRangeTest {
  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-11-25");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "today, 2026-11-25, 2026-11-25",
    "yesterday, 2026-11-24, 2026-11-24",
    "week, 2026-11-23, 2026-11-25",
    "month, 2026-11-01, 2026-11-25",
    "2026-11-03, 2026-11-03, 2026-11-03",
    "2025-11-26..2026-11-25, 2025-11-26, 2026-11-25",
    "2026-11-01–2026-11-05, 2026-11-01, 2026-11-05",
  })
  @DisplayName("are found")
  void found(String words, LocalDate first, LocalDate last) {
    DateRange range = DateRange.read(words, WEDNESDAY).orElseThrow();

    assertThat(range.first()).isEqualTo(first);
    assertThat(range.last()).isEqualTo(last);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "banana",
        "2026-02-30",
        "2026-11-25..2026-11-01",
        "2025-11-24..2026-11-25",
        "2026-11-01..",
      })
  @DisplayName("are none where they make no sense or are more than a year")
  void none(String words) {
    assertThat(DateRange.read(words, WEDNESDAY)).isEmpty();
  }
}
