package dev.parley.redis;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations;
import dev.parley.usage.Booking;
import dev.parley.usage.Money;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.util.List;

/// Reservations in Redis: one script holds them back, one settles them, each in the slot of their
/// tenant.
final class RedisReservations implements Reservations {
  private static final JsonMapper JSON = new JsonMapper();

  /// How often portions are raised for a call while others take what they were raised by.
  private static final int MOST_ROUNDS = 8;

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RedisSettings redis;
  private final Tenants tenants;
  private final ReservationJson json;
  private final Portions portions;

  /// @param tenants are told of whoever spends, so that others can tell what this instance leaves
  RedisReservations(
      Scripts scripts, RedisKeys keys, RedisSettings redis, Tenants tenants, Duration ledgerKept) {
    this.scripts = scripts;
    this.keys = keys;
    this.redis = redis;
    this.tenants = tenants;
    this.json = new ReservationJson(ledgerKept);
    this.portions = new Portions(scripts, keys, redis.shortPatience());
  }

  @Override
  public Outcome reserve(Reservation wanted) {
    tenants.meet(wanted.booking().payer().tenant());
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Outcome outcome = reserve(wanted, true);
      if (!lacksPortion(outcome)) {
        return outcome;
      }
      if (!portions.raise(wanted, round)) {
        break;
      }
    }
    return reserve(wanted, false);
  }

  private static boolean lacksPortion(Outcome outcome) {
    return outcome instanceof Outcome.NoRoom room
        && Portions.isOne(room.limit())
        && !room.overShare();
  }

  /// @param wholePortion whether a portion that has no room for all of it is to be raised first
  private Outcome reserve(Reservation wanted, boolean wholePortion) {
    List<Answer> answer =
        scripts
            .run(
                Script.RESERVE,
                redis.shortPatience(),
                tenant(wanted),
                json.of(wanted).toString(),
                wanted
                    .booking()
                    .turn()
                    .map(Booking.TurnClaim::token)
                    .map(String::valueOf)
                    .orElse(""),
                wholePortion ? "1" : "0")
            .list();
    return switch (answer.getFirst().text()) {
      case "reserved" -> new Outcome.Reserved((int) answer.get(1).number());
      case "gone" -> new Outcome.TurnGone();
      default ->
          new Outcome.NoRoom(
              limit(wanted, answer.get(1)),
              answer.get(2).number(),
              answer.get(3).number(),
              answer.get(4).text().equals("1"));
    };
  }

  @Override
  public List<Crossing> settle(Reservation reserved, TokenUsage usage, Money cost, boolean exact) {
    ObjectNode spent = JSON.valueToTree(usage);
    spent.put("micros", cost.micros());
    return settled(reserved, exact ? "exact" : "estimate", spent.toString());
  }

  @Override
  public List<Crossing> settleWorst(Reservation reserved) {
    return settled(reserved, "worst", "");
  }

  @Override
  public void free(Reservation reserved) {
    settled(reserved, "free", "");
  }

  private List<Crossing> settled(Reservation reserved, String how, String spent) {
    return scripts
        .run(Script.SETTLE, redis.longPatience(), tenant(reserved), reserved.id(), how, spent)
        .list()
        .stream()
        .map(Answer::list)
        .map(
            passed ->
                new Crossing(
                    limit(reserved, passed.get(0)),
                    (int) passed.get(1).number(),
                    passed.get(2).number()))
        .toList();
  }

  private String tenant(Reservation reservation) {
    return keys.tenant(reservation.booking().payer().tenant());
  }

  private static AppliedLimit limit(Reservation reservation, Answer number) {
    return reservation.limits().get((int) number.number() - 1);
  }
}
