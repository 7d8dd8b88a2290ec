package dev.parley.redis;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.identity.TenantId;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Reservation;
import dev.parley.quota.Reservations;
import dev.parley.usage.Booking;
import dev.parley.usage.Money;
import dev.parley.usage.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reservations in Redis: one script holds them back, one settles them, each in the slot of their
/// tenant.
final class RedisReservations implements Reservations {
  private static final Logger log = LoggerFactory.getLogger(RedisReservations.class);
  private static final JsonMapper JSON = new JsonMapper();

  /// How often portions are raised for a call while others take what they were raised by.
  private static final int MOST_ROUNDS = 8;

  private final Scripts scripts;
  private final RedisKeys keys;
  private final RedisSettings redis;
  private final Tenants tenants;
  private final ReservationJson json;
  private final Portions portions;
  private final WholeBot bot;

  /// @param tenants are told of whoever spends, so that others can tell what this instance leaves
  RedisReservations(
      Scripts scripts, RedisKeys keys, RedisSettings redis, Tenants tenants, Duration ledgerKept) {
    this.scripts = scripts;
    this.keys = keys;
    this.redis = redis;
    this.tenants = tenants;
    this.json = new ReservationJson(ledgerKept);
    this.portions = new Portions(scripts, keys, redis.shortPatience());
    this.bot = new WholeBot(scripts, keys, redis.shortPatience());
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
    return ofAll(wanted, reserve(wanted, false));
  }

  /// A refusal by a limit of the whole bot, with what all tenants have spent and hold.
  private Outcome ofAll(Reservation wanted, Outcome outcome) {
    if (!(outcome instanceof Outcome.NoRoom room) || !lacksPortion(room)) {
      return outcome;
    }
    TenantId tenant = wanted.booking().payer().tenant();
    WholeBot.Total total = bot.of(tenant, room.limit(), room.spent());
    return new Outcome.NoRoom(room.limit(), total.spent(), total.held(), false);
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
    List<Answer> settled =
        scripts
            .run(Script.SETTLE, redis.longPatience(), tenant(reserved), reserved.id(), how, spent)
            .list();
    if (settled.isEmpty()) {
      return List.of();
    }
    List<Crossing> crossings = new ArrayList<>();
    for (Answer passed : settled.get(0).list()) {
      crossings.add(
          new Crossing(
              limit(reserved, passed.list().get(0)),
              (int) passed.list().get(1).number(),
              passed.list().get(2).number()));
    }
    for (Answer common : settled.get(1).list()) {
      ofAll(reserved, common.list().get(0), common.list().get(1).number())
          .ifPresent(crossings::add);
    }
    return crossings;
  }

  /// The mark of a limit of the whole bot that all tenants together have passed by now. The call is
  /// settled already: where the pool cannot be asked, the next settlement finds it.
  private Optional<Crossing> ofAll(Reservation reserved, Answer number, long own) {
    AppliedLimit limit = limit(reserved, number);
    try {
      long spent = bot.of(reserved.booking().payer().tenant(), limit, own).spent();
      return spent < limit.cap() / 2 ? Optional.empty() : mark(reserved, number, spent);
    } catch (StoreUnavailableException away) {
      log.warn("what all spend of the bot's limit is noted later: {}", away.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Crossing> mark(Reservation reserved, Answer number, long spent) {
    String percent =
        scripts
            .run(
                Script.MARK,
                redis.shortPatience(),
                tenant(reserved),
                json.of(reserved).toString(),
                number.text(),
                Long.toString(spent))
            .text();
    return Optional.of(percent)
        .filter(word -> !word.isEmpty())
        .map(word -> new Crossing(limit(reserved, number), Integer.parseInt(word), spent));
  }

  private String tenant(Reservation reservation) {
    return keys.tenant(reservation.booking().payer().tenant());
  }

  private static AppliedLimit limit(Reservation reservation, Answer number) {
    return reservation.limits().get((int) number.number() - 1);
  }
}
