package dev.parley.testkit.quota;

import dev.parley.identity.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.inbox.ClaimedTurn;
import dev.parley.model.CallBid;
import dev.parley.quota.QuotaLine;
import dev.parley.quota.QuotaRules;
import dev.parley.quota.QuotaSettings;
import dev.parley.quota.Reservation;
import dev.parley.testkit.inbox.Said;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Price;
import dev.parley.usage.PriceList;
import dev.parley.usage.Purpose;
import dev.parley.usage.Rates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Calls that somebody wants to make: who pays, what they may take, and by which rules.
final class Bids {
  static final String MODEL = "flash";
  static final Price PRICE =
      new Price(MODEL, LocalDate.EPOCH, 0, List.of(new Price.Tier(0, Rates.ofText(750, 3_750))));

  /// A model that makes vectors, for half as much in a batch.
  static final String EMBEDDER = "embedder";

  static final PriceList PRICES =
      new PriceList(
          List.of(
              PRICE,
              new Price(
                  EMBEDDER,
                  LocalDate.EPOCH,
                  0,
                  List.of(new Price.Tier(0, Rates.ofText(200, 0))),
                  Optional.of(Rates.ofText(100, 0)))));

  /// Longer than any test takes.
  static final Duration LONG = Duration.ofMinutes(10);

  private Bids() {}

  static QuotaRules rules(String... lines) {
    return new QuotaRules(
        Stream.of(lines).map(line -> QuotaLine.read(line).orElseThrow()).toList(), List.of());
  }

  static QuotaSettings settings(String... rules) {
    return new QuotaSettings(rules(rules).rules(), ZoneOffset.UTC, Map.of(), false);
  }

  static Payer payer(String tenant, String channel, String user, String... groups) {
    return new Payer(Said.tenant(tenant), channel, new UserId(user), user, Set.of(groups));
  }

  /// A call of a conversation that the caller keeps.
  static Booking booking(Payer payer) {
    return new Booking(payer, Purpose.ANSWER, Optional.empty());
  }

  /// A call of a turn by who claimed it.
  static Booking booking(ClaimedTurn turn) {
    ConversationId conversation = turn.lease().turn().conversation();
    return new Booking(
        payer("T1", "general", turn.firstMessage().author().id().value()),
        Purpose.ANSWER,
        Optional.of(
            new Booking.TurnClaim(conversation, turn.lease().turn().id(), turn.lease().token())));
  }

  static CallBid bid(Payer payer, long prompt, int output) {
    return new CallBid(booking(payer), MODEL, prompt, output, Duration.ofMinutes(1));
  }

  /// A reservation of now that takes all of its answer or nothing.
  static Reservation wanted(QuotaRules rules, Payer payer, long prompt, int output) {
    return wanted(rules, booking(payer), Instant.now(), prompt, output, output, LONG);
  }

  static Reservation wanted(
      QuotaRules rules,
      Booking booking,
      Instant at,
      long prompt,
      int most,
      int least,
      Duration lifetime) {
    return new Reservation(
        UUID.randomUUID().toString(),
        booking,
        MODEL,
        at,
        ZoneOffset.UTC,
        PRICE.version(),
        prompt,
        0,
        PRICE.nanosForPrompt(prompt),
        PRICE.nanosPerOutputToken(prompt),
        most,
        least,
        lifetime,
        List.copyOf(rules.counters(booking.payer(), at, ZoneOffset.UTC)),
        rules.limits(booking.payer(), at, ZoneOffset.UTC));
  }
}
