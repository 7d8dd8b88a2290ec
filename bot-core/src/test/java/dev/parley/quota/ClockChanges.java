package dev.parley.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Moments around all changes of clocks in all time zones.
final class ClockChanges {
  private static final Instant FIRST = Instant.parse("1985-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");

  private ClockChanges() {}

  /// Gives moments before and after each change, with its zone.
  ///
  /// @param around how long before and after
  static void each(Duration around, Duration step, BiConsumer<Instant, ZoneId> moment) {
    for (ZoneId zone : zones()) {
      for (Instant change : changes(zone.getRules())) {
        Instant end = change.plus(around);
        for (Instant at = change.minus(around); at.isBefore(end); at = at.plus(step)) {
          moment.accept(at, zone);
        }
      }
    }
  }

  /// All zones, but one of those that go by the same rules.
  private static Collection<ZoneId> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .map(ZoneId::of)
        .collect(Collectors.toMap(ZoneId::getRules, zone -> zone, (one, _) -> one))
        .values();
  }

  /// When clocks change; for zones where they never do, some moment.
  private static List<Instant> changes(ZoneRules rules) {
    List<Instant> changes = new ArrayList<>(List.of(Instant.parse("2024-02-29T12:00:00Z")));
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      changes.add(next.getInstant());
      next = rules.nextTransition(next.getInstant());
    }
    return changes;
  }
}
