package dev.parley.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.quota.Counter;
import dev.parley.quota.Counters;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Window;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in the books of the tests' tenant.
record Booked(RedisStore store) {
  private static final Duration AROUND_NOW = Duration.ofDays(30);

  /// All rows of the ledger.
  List<LedgerEntry> rows() {
    List<LedgerEntry> rows = new ArrayList<>();
    Instant now = Instant.now();
    boolean all =
        store
            .ledger()
            .rows(
                new LedgerQuery(
                    Said.tenant("T1"),
                    Optional.empty(),
                    now.minus(AROUND_NOW),
                    now.plus(AROUND_NOW)),
                rows::add);
    assertThat(all).isTrue();
    return rows;
  }

  /// All that is held back, in all units together.
  long held() {
    Counter workspace = new Counter("workspace", Window.MONTH.at(Instant.now(), ZoneOffset.UTC));
    Counters.Count count = store.counters().read(Said.tenant("T1"), List.of(workspace)).getFirst();
    return count.held(QuotaUnit.TOKENS)
        + count.held(QuotaUnit.MONEY)
        + count.held(QuotaUnit.REQUESTS);
  }
}
