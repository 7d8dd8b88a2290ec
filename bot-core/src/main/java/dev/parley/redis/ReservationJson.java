package dev.parley.redis;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.quota.AppliedLimit;
import dev.parley.quota.Counter;
import dev.parley.quota.Reservation;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/// A reservation as the scripts are given it.
///
/// @param ledgerKept how long its row is kept
record ReservationJson(Duration ledgerKept) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Who spent from a common limit within this time takes part in it.
  private static final Duration ACTIVE = Duration.ofMinutes(15);

  /// How long a counter stays after its span: for calls that began in it.
  private static final Duration COUNTER_KEPT = Duration.ofDays(2);

  ObjectNode of(Reservation reservation) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", reservation.id());
    booking(json, reservation.booking());
    json.put("model", reservation.model());
    json.put("price", reservation.price());
    json.put("at", reservation.at().toEpochMilli());
    json.put("day", reservation.day().toString());
    json.put("requests", reservation.booking().requests());
    json.put("promptTokens", reservation.promptTokens());
    json.put("searches", reservation.searches());
    json.put("promptNanos", reservation.nanosForPrompt());
    json.put("outputNanos", reservation.nanosPerOutputToken());
    json.put("mostOutput", reservation.mostOutputTokens());
    json.put("leastOutput", reservation.leastOutputTokens());
    json.put("lifetime", reservation.lifetime().toMillis());
    json.put("activeMillis", ACTIVE.toMillis());
    json.put("kept", ledgerKept.toMillis());
    counters(json.putArray("counters"), reservation);
    limits(json.putArray("limits"), reservation);
    return json;
  }

  private static void booking(ObjectNode json, Booking booking) {
    Payer payer = booking.payer();
    json.put("user", payer.user().value());
    json.put("name", payer.name());
    json.put("channel", payer.channel());
    json.put("purpose", booking.purpose().word());
    booking
        .turn()
        .ifPresent(
            turn -> {
              json.put("conversation", turn.conversation().key());
              json.put("turn", turn.turn().value());
            });
  }

  private static void counters(ArrayNode json, Reservation reservation) {
    Set<Counter> shared =
        reservation.limits().stream()
            .filter(limit -> limit.rule().share() < 100)
            .map(AppliedLimit::counter)
            .collect(Collectors.toSet());
    for (Counter counter : reservation.counters()) {
      json.addObject()
          .put("name", counter.name())
          .put("expires", counter.span().end().plus(COUNTER_KEPT).toEpochMilli())
          .put("shared", shared.contains(counter));
    }
  }

  private static void limits(ArrayNode json, Reservation reservation) {
    for (AppliedLimit limit : reservation.limits()) {
      json.addObject()
          .put("counter", reservation.counters().indexOf(limit.counter()) + 1)
          .put("unit", limit.unit().word())
          .put("cap", limit.cap())
          .put("share", limit.rule().share())
          .put("portion", Portions.isOne(limit))
          .put("rule", limit.rule().text())
          .put("account", limit.account())
          .put("zone", limit.zone().getId())
          .put("begins", limit.span().start().toEpochMilli())
          .put("ends", limit.span().end().toEpochMilli());
    }
  }
}
