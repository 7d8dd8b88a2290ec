package dev.parley.turn;

import dev.parley.inbox.ClaimedTurn;
import dev.parley.message.InboundMessage;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.util.Optional;

/// Where the calls of turns are booked: on the account of who asks.
final class Bookings {
  private Bookings() {}

  static Booking of(ClaimedTurn turn, Purpose purpose) {
    InboundMessage message = turn.lastMessage();
    Payer payer =
        new Payer(
            message.place().tenant(),
            message.place().channel(),
            message.author().id(),
            message.author().name(),
            message.groups());
    return new Booking(
        payer,
        purpose,
        Optional.of(
            new Booking.TurnClaim(
                turn.lease().turn().conversation(),
                turn.lease().turn().id(),
                turn.lease().token())));
  }
}
