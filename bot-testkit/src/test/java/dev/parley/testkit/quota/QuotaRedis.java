package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.Counter;
import dev.parley.quota.Counters;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations;
import dev.parley.redis.RedisStore;
import dev.parley.testkit.inbox.RedisForTests;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A Redis that holds limits and the ledger, patient enough for a busy machine. As a registered
/// extension it is empty before each test, and lives as long as the test class.
final class QuotaRedis implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final RedisForTests server = RedisForTests.started();
  final RedisStore store = open();
  private final RedisStore otherStore = open();
  final Reservations reservations = store.reservations(KEPT);

  @Override
  public void beforeEach(ExtensionContext context) {
    server.command("FLUSHALL");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!context.getRequiredTestClass().isAnnotationPresent(Nested.class)) {
      close();
    }
  }

  private RedisStore open() {
    return RedisStore.open(
        server.settings().withPatience(Duration.ofSeconds(60), PATIENCE, PATIENCE));
  }

  /// The same Redis as another process knows it.
  RedisStore otherStore() {
    return otherStore;
  }

  /// Reservations as another instance makes them, which knows nothing of this one.
  Reservations otherInstance() {
    return store.reservations(KEPT);
  }

  int reserved(Reservation wanted) {
    Reservations.Outcome outcome = reservations.reserve(wanted);
    assertThat(outcome).isInstanceOf(Reservations.Outcome.Reserved.class);
    return ((Reservations.Outcome.Reserved) outcome).outputTokens();
  }

  Reservations.Outcome.NoRoom refused(Reservation wanted) {
    Reservations.Outcome outcome = reservations.reserve(wanted);
    assertThat(outcome).isInstanceOf(Reservations.Outcome.NoRoom.class);
    return (Reservations.Outcome.NoRoom) outcome;
  }

  Counters.Count count(TenantId tenant, Counter counter) {
    return store.counters().read(tenant, List.of(counter)).getFirst();
  }

  /// What is spent and held of a counter that a reservation is counted by.
  long taken(Reservation reservation, String account, QuotaUnit unit) {
    Counters.Count count = count(reservation, account);
    return count.spent(unit) + count.held(unit);
  }

  Counters.Count count(Reservation reservation, String account) {
    Counter counter =
        reservation.counters().stream()
            .filter(one -> one.account().equals(account))
            .findFirst()
            .orElseThrow();
    return count(reservation.booking().payer().tenant(), counter);
  }

  /// All rows of calls that began within the last days.
  List<LedgerEntry> rows(TenantId tenant) {
    return rows(tenant, Optional.empty());
  }

  /// All rows of one person.
  List<LedgerEntry> rows(TenantId tenant, UserId user) {
    return rows(tenant, Optional.of(user));
  }

  private List<LedgerEntry> rows(TenantId tenant, Optional<UserId> user) {
    List<LedgerEntry> rows = new ArrayList<>();
    Instant now = Instant.now();
    boolean all =
        store
            .ledger()
            .rows(new LedgerQuery(tenant, user, now.minus(KEPT), now.plus(KEPT)), rows::add);
    assertThat(all).isTrue();
    return rows;
  }

  @Override
  public void close() {
    otherStore.close();
    store.close();
    server.close();
  }
}
