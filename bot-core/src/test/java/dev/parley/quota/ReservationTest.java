package dev.parley.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.PlatformName;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The day of a call")
class ReservationTest {
  private static final Payer PAYER =
      new Payer(
          new TenantId(new PlatformName("slack"), "T1"), "C1", new UserId("U1"), "Ann", Set.of());

  private static Reservation at(Instant moment, ZoneId zone) {
    return new Reservation(
        "r1",
        new Booking(PAYER, Purpose.ANSWER, Optional.empty()),
        "model",
        moment,
        zone,
        "model@2026-01-01",
        1,
        0,
        1,
        1,
        1,
        1,
        Duration.ofMinutes(1),
        List.copyOf(QuotaRules.NONE.counters(PAYER, moment, zone)),
        List.of());
  }

  private static boolean isCountedOnItsDay(Reservation reservation, ZoneId zone) {
    Instant start = reservation.day().atStartOfDay(zone).toInstant();
    Instant end = reservation.day().plusDays(1).atStartOfDay(zone).toInstant();
    return reservation.counters().stream()
        .map(Counter::span)
        .filter(span -> span.window() == Window.DAY)
        .allMatch(span -> span.equals(new Span(Window.DAY, start, end)));
  }

  @Test
  @DisplayName("is the one whose counters count it, around all changes of clocks in all zones")
  void everywhere() {
    List<String> wrong = new ArrayList<>();

    ClockChanges.each(
        Duration.ofHours(2),
        Duration.ofMinutes(13),
        (at, zone) -> {
          if (!isCountedOnItsDay(at(at, zone), zone)) {
            wrong.add(at + " in " + zone);
          }
        });

    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("goes on where clocks go back over midnight after it has begun")
  void overMidnight() {
    ZoneId zone = ZoneId.of("America/St_Johns");
    Instant before = Instant.parse("2010-11-07T02:30:30Z");
    Instant after = Instant.parse("2010-11-07T02:45:00Z");

    assertThat(before.atZone(zone).toLocalDate()).isEqualTo("2010-11-07");
    assertThat(after.atZone(zone).toLocalDate()).isEqualTo("2010-11-06");
    assertThat(List.of(at(before, zone).day(), at(after, zone).day()))
        .containsOnly(LocalDate.parse("2010-11-07"));
  }
}
