package dev.parley.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A grant as people write it")
class GrantLineTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "user U1 $5 per day for 2d | user/U1 | MONEY | DAY | 5000000 | 2026-11-27T10:00:00Z",
        "user <@U1>: $5 per day for 2 d | user/U1 | MONEY | DAY | 5000000 | 2026-11-27T10:00:00Z",
        "group G1 10 requests per week for 3h | group/G1 | REQUESTS | WEEK | 10 | 2026-11-25T13:00:00Z",
        "channel C1: 5,000 tokens per month until 2026-12-24 | channel/C1 | TOKENS | MONTH | 5000 | 2026-12-24T23:00:00Z",
        "WORKSPACE $1 PER HOUR FOR 1H | workspace | MONEY | HOUR | 1000000 | 2026-11-25T11:00:00Z",
        "workspace $1 per minute until 2026-11-25 | workspace | MONEY | MINUTE | 1000000 | 2026-11-25T23:00:00Z"
      })
  @DisplayName("is read")
  void read(
      String line, String account, QuotaUnit unit, Window window, long amount, Instant expires) {
    assertThat(GrantLine.read(line, "g1", NOW, BERLIN))
        .contains(new Grant("g1", account, unit, window, amount, expires));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "user U1 $5 per day",
        "user U1 $5 per day for 0d",
        "user U1 $5 per day for 367d",
        "user U1 $5 per day for 2w",
        "user U1 $5 per day until 2026-11-24",
        "user U1 $5 per day until 2026-02-30",
        "user U1 unlimited USD per day for 2d",
        "each user $5 per day for 2d",
        "each user of G1 $5 per day for 2d",
        "each channel $5 per day for 2d",
        "bot $5 per day for 2d",
        "workspace $5 per day, share 50% for 2d",
        "user U1 $5 per day, then lite from 80% for 2d"
      })
  @DisplayName("is none that would not do what it says")
  void notRead(String line) {
    assertThat(GrantLine.read(line, "g1", NOW, BERLIN)).isEmpty();
  }
}
