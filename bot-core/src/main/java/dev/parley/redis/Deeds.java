package dev.parley.redis;

import dev.parley.quota.QuotaBook.Deed;
import java.util.UUID;
import java.util.stream.Stream;

/// What the scripts are told that write down who did what.
final class Deeds {
  private Deeds() {}

  /// With an id of its own, so that a repeated script writes it down once.
  static Stream<String> written(Deed deed) {
    return Stream.of(
        UUID.randomUUID().toString(),
        Long.toString(deed.at().toEpochMilli()),
        deed.by().value(),
        deed.name(),
        deed.what());
  }
}
