package dev.parley.usage;

import dev.parley.identity.ConversationId;
import dev.parley.identity.MessageId;
import java.util.Optional;

/// Where a call to the provider is booked.
///
/// @param turn the claimed turn that it belongs to; empty where the caller keeps the conversation
public record Booking(Payer payer, Purpose purpose, Optional<TurnClaim> turn) {
  /// A turn as its owner claimed it: only the owner of that token may spend for it.
  public record TurnClaim(ConversationId conversation, MessageId turn, long token) {}

  public Booking forPurpose(Purpose other) {
    return new Booking(payer, other, turn);
  }
}
