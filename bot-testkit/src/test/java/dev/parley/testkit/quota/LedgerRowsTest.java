package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.quota.Reservation;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows of the ledger that somebody wants")
class LedgerRowsTest {
  private final QuotaRedis redis = new QuotaRedis();

  @AfterEach
  void stop() {
    redis.close();
  }

  private void spends(String user, int times) {
    for (int call = 0; call < times; call++) {
      Reservation reserved = Bids.wanted(Bids.rules(), Bids.payer("T1", "general", user), 100, 50);
      assertThat(redis.reserved(reserved)).isEqualTo(50);
      redis.reservations.settleWorst(reserved);
    }
  }

  private boolean take(String user, int most, List<LedgerEntry> taken) {
    Instant now = Instant.now();
    return redis
        .store
        .ledger()
        .rows(
            Said.tenant("T1"),
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(1)),
            entry -> entry.person().user().equals(Optional.of(user)),
            most,
            taken::add);
  }

  @Test
  @DisplayName("are all had, however many others there are before them")
  void behindOthers() {
    spends("U1", 20);
    spends("U2", 3);
    List<LedgerEntry> taken = new ArrayList<>();

    boolean all = take("U2", 3, taken);

    assertThat(all).isTrue();
    assertThat(taken).hasSize(3).allMatch(entry -> entry.person().name().equals("U2"));
  }

  @Test
  @DisplayName("end where there are more of them than may be taken, and it is told")
  void tooMany() {
    spends("U1", 4);
    List<LedgerEntry> taken = new ArrayList<>();

    boolean all = take("U1", 3, taken);

    assertThat(all).isFalse();
    assertThat(taken).hasSize(3);
  }
}
