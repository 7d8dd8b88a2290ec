package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.quota.Reservation;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.LedgerQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("One person's rows of the ledger")
class LedgerRowsTest {
  @RegisterExtension private static final QuotaRedis REDIS = new QuotaRedis();

  private static final TenantId TENANT = Said.tenant("T1");
  private static final UserId ADA = new UserId("U1");
  private static final UserId BOB = new UserId("U2");

  /// More of one person than are read at once.
  private static final int MANY = 300;

  private final String keys = "parley:{" + TENANT + "}:";

  private String spends(UserId user) {
    Reservation reserved =
        Bids.wanted(Bids.rules(), Bids.payer("T1", "general", user.value()), 100, 50);
    assertThat(REDIS.reserved(reserved)).isEqualTo(50);
    REDIS.reservations.settleWorst(reserved);
    return reserved.id();
  }

  private List<String> spends(UserId user, int times) {
    List<String> ids = new ArrayList<>();
    for (int call = 0; call < times; call++) {
      ids.add(spends(user));
    }
    return ids;
  }

  private List<String> rows(UserId user) {
    return REDIS.rows(TENANT, user).stream().map(LedgerEntry::id).toList();
  }

  /// Lets somebody spend so often that their rows do not fit into one reading.
  private void somebodyElseSpendsMuch() {
    spends(BOB);
    REDIS.server.command(
        "EVAL",
        """
        local number = redis.call('HGET', KEYS[1] .. 'accounts', 'U2')
        for call = 1, %d do
          local row = redis.call('XADD', KEYS[1] .. 'ledger', '*', 'id', call, 'account', number)
          redis.call('RPUSH', KEYS[1] .. 'rows:' .. number, row)
        end
        """
            .formatted(20 * MANY),
        "1",
        keys);
  }

  /// What a version of the program left that noted nobody's rows.
  private void nothingWasNoted() {
    REDIS.server.command("DEL", keys + "rows:1", keys + "rows:2", keys + "noted-since");
  }

  @Test
  @DisplayName("are all theirs, in order, however many those are")
  void own() {
    List<String> first = spends(ADA, MANY);
    spends(BOB, 3);
    List<String> last = spends(ADA, 2);

    List<String> rows = rows(ADA);

    assertThat(rows.subList(0, MANY)).isEqualTo(first);
    assertThat(rows.subList(MANY, rows.size())).isEqualTo(last);
  }

  @Test
  @DisplayName("take the same round trips, however many rows others have before and after them")
  void behindOthers() {
    spends(ADA, 3);
    assertThat(rows(ADA)).hasSize(3);
    int alone = REDIS.server.commandsDuring(() -> rows(ADA)).size();
    somebodyElseSpendsMuch();
    spends(ADA, 3);

    List<String> asked = REDIS.server.commandsDuring(() -> rows(ADA));

    assertThat(asked).hasSize(alone);
    assertThat(rows(ADA)).hasSize(6);
  }

  @Test
  @DisplayName("are found where an older version noted nobody's, and each of them once")
  void beforeAnyWasNoted() {
    List<String> expected = spends(ADA, 2);
    somebodyElseSpendsMuch();
    expected.addAll(spends(ADA, 2));
    nothingWasNoted();

    assertThat(rows(ADA)).isEqualTo(expected);
    spends(BOB);
    expected.addAll(spends(ADA, 2));

    assertThat(rows(ADA)).isEqualTo(expected);
  }

  @Test
  @DisplayName("are those of calls that began in the time that is asked for")
  void inTime() {
    spends(ADA);
    Instant from = between();
    String wanted = spends(ADA);
    Instant until = between();
    spends(ADA);
    List<String> rows = new ArrayList<>();

    boolean all =
        REDIS
            .store
            .ledger()
            .rows(
                new LedgerQuery(TENANT, Optional.of(ADA), from, until),
                entry -> rows.add(entry.id()));

    assertThat(all).isTrue();
    assertThat(rows).containsExactly(wanted);
  }

  /// A moment that no call begins in.
  private static Instant between() {
    Instant last = Instant.now();
    Instant now = last;
    while (now.toEpochMilli() <= last.toEpochMilli() + 1) {
      now = Instant.now();
    }
    return Instant.ofEpochMilli(now.toEpochMilli());
  }

  @Test
  @DisplayName("end with the first that is not taken, and it is told")
  void tooMany() {
    List<String> ids = spends(ADA, 4);
    List<String> taken = new ArrayList<>();
    Instant now = Instant.now();

    boolean all =
        REDIS
            .store
            .ledger()
            .rows(
                new LedgerQuery(
                    TENANT, Optional.of(ADA), now.minus(Duration.ofDays(1)), now.plusSeconds(9)),
                entry -> taken.size() < 3 && taken.add(entry.id()));

    assertThat(all).isFalse();
    assertThat(taken).isEqualTo(ids.subList(0, 3));
  }

  @Test
  @DisplayName("are nobody's after the person is forgotten; those that they cause later are theirs")
  void forgotten() {
    spends(ADA, 2);

    assertThat(REDIS.store.ledger().forget(TENANT, ADA)).isTrue();

    assertThat(rows(ADA)).isEmpty();
    assertThat(REDIS.server.command("KEYS", keys + "rows:*")).isEmpty();
    assertThat(REDIS.rows(TENANT)).hasSize(2);
    String later = spends(ADA);
    assertThat(rows(ADA)).containsExactly(later);
  }

  @Test
  @DisplayName("are noted as long as they are kept")
  void asLongAsKept() {
    spends(ADA);
    String noted = keys + "rows:1";
    long left = Long.parseLong(REDIS.server.command("PTTL", noted).getFirst());
    REDIS.server.command("LPUSH", noted, "3-0", "2-0", "1-0");

    spends(ADA, 2);

    assertThat(left).isPositive();
    assertThat(REDIS.server.command("LRANGE", noted, "0", "-1"))
        .hasSize(3)
        .doesNotContain("1-0", "2-0", "3-0");
  }
}
