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

  /// How many requests it counts as, where it is the first call of a turn or belongs to none: a
  /// document that is embedded is no question.
  public int requests() {
    return turn.isEmpty() && purpose.isEmbedding() ? 0 : 1;
  }

  public Booking forPurpose(Purpose other) {
    return new Booking(payer, other, turn);
  }
}
