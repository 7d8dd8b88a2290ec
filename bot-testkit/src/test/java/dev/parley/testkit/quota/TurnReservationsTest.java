package dev.parley.testkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inbox.ClaimedTurn;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.quota.Counters;
import dev.parley.quota.QuotaRules;
import dev.parley.quota.QuotaUnit;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations.Outcome;
import dev.parley.testkit.inbox.RedisStorage;
import dev.parley.testkit.inbox.Said;
import dev.parley.testkit.inbox.Storage;
import dev.parley.testkit.inbox.StorageContract;
import dev.parley.usage.LedgerEntry;
import dev.parley.usage.TokenUsage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("What is reserved for a turn")
class TurnReservationsTest extends StorageContract {
  @RegisterExtension private static final QuotaRedis REDIS = new QuotaRedis();

  private static final QuotaRules RULES = Bids.rules("workspace: 5 requests per day");
  private static final TokenUsage TOOK = new TokenUsage(10, 0, 5, 0, 0);

  @Override
  protected Storage newStorage() {
    return new RedisStorage(REDIS.store);
  }

  private static Reservation call(ClaimedTurn turn) {
    return Bids.wanted(RULES, Bids.booking(turn), Instant.now(), 100, 50, 50, Bids.LONG);
  }

  private Reservation reserved(ClaimedTurn turn) {
    Reservation call = call(turn);
    REDIS.reserved(call);
    return call;
  }

  private Reservation made(ClaimedTurn turn) {
    Reservation call = reserved(turn);
    took(call);
    return call;
  }

  private void took(Reservation reserved) {
    var _ = REDIS.reservations.settle(reserved, TOOK, Bids.PRICE.cost(TOOK), true);
  }

  private Counters.Count workspace(Reservation reservation) {
    return REDIS.count(reservation, "workspace");
  }

  private long requests(Reservation reservation) {
    Counters.Count count = workspace(reservation);
    assertThat(count.held(QuotaUnit.REQUESTS)).isZero();
    return count.spent(QuotaUnit.REQUESTS);
  }

  @Test
  @DisplayName("is booked as an estimate by who takes the turn over, at once")
  void takenOver() {
    ClaimedTurn lost = begin(storage.inbox(SHORT_LEASE), Said.message("m1"));
    Reservation left = reserved(lost);

    ClaimedTurn turn = takenOver(inbox);

    List<LedgerEntry> rows = REDIS.rows(Said.tenant("T1"));
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().exact()).isFalse();
    assertThat(rows.getFirst().usage()).isEqualTo(new TokenUsage(100, 0, 50, 0, 0));
    assertThat(workspace(left).held(QuotaUnit.TOKENS)).isZero();
    assertThat(workspace(left).spent(QuotaUnit.TOKENS)).isEqualTo(150);
    assertThat(turn.progress().takeOvers()).isEqualTo(1);
  }

  @Test
  @DisplayName("stays as it is when its old owner settles late")
  void settledLate() {
    ClaimedTurn lost = begin(storage.inbox(SHORT_LEASE), Said.message("m1"));
    Reservation left = reserved(lost);
    takenOver(inbox);
    Counters.Count before = workspace(left);
    List<LedgerEntry> rows = REDIS.rows(Said.tenant("T1"));

    took(left);
    REDIS.reservations.free(left);

    assertThat(workspace(left)).isEqualTo(before);
    assertThat(REDIS.rows(Said.tenant("T1"))).isEqualTo(rows);
  }

  @Test
  @DisplayName("cannot be reserved by an owner who lost it")
  void turnGone() {
    ClaimedTurn lost = begin(storage.inbox(SHORT_LEASE), Said.message("m1"));
    ClaimedTurn turn = takenOver(inbox);

    assertThat(REDIS.reservations.reserve(call(lost))).isEqualTo(new Outcome.TurnGone());
    assertThat(REDIS.reservations.reserve(call(turn))).isInstanceOf(Outcome.Reserved.class);
  }

  @Test
  @DisplayName("cannot be reserved once it is over")
  void over() {
    ClaimedTurn turn = begin(Said.message("m1"));
    assertThat(finish(turn)).isEmpty();

    assertThat(REDIS.reservations.reserve(call(turn))).isEqualTo(new Outcome.TurnGone());
  }

  @Test
  @DisplayName("is one request, however many calls and take-overs it needs")
  void oneRequest() {
    ClaimedTurn first = begin(storage.inbox(SHORT_LEASE), Said.message("m1"));
    made(first);
    reserved(first);

    ClaimedTurn turn = takenOver(inbox);
    Reservation last = made(turn);

    assertThat(requests(last)).isEqualTo(1);
    assertThat(REDIS.rows(Said.tenant("T1"))).hasSize(3);
  }

  @Test
  @DisplayName("is one request even where its first call was not billed")
  void firstNotBilled() {
    ClaimedTurn turn = begin(Said.message("m1"));
    Reservation refused = reserved(turn);
    REDIS.reservations.free(refused);

    Reservation again = made(turn);

    assertThat(requests(again)).isEqualTo(1);
  }

  @Test
  @DisplayName("is no request where none of its calls was billed")
  void nothingBilled() {
    ClaimedTurn turn = begin(Said.message("m1"));
    Reservation refused = reserved(turn);
    REDIS.reservations.free(refused);

    assertThat(requests(refused)).isZero();
    assertThat(REDIS.rows(Said.tenant("T1"))).isEmpty();
  }

  @Test
  @DisplayName("is another request when it is answered again")
  void regenerated() {
    ClaimedTurn turn = begin(Said.message("m1"));
    made(turn);
    assertThat(finish(turn)).isEmpty();

    RegenerateOutcome outcome = storage.pastTurns().regenerate(turn.lease().turn(), Said.by("Ada"));
    ClaimedTurn again = takenOver(inbox);
    Reservation second = made(again);

    assertThat(outcome).isEqualTo(RegenerateOutcome.STARTED);
    assertThat(requests(second)).isEqualTo(2);
  }
}
