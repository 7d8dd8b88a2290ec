package dev.parley.inbox;

import dev.parley.identity.ConversationId;

/// What became of a message that was handed in.
public sealed interface Accepted {
  /// It is stored, and its turn begins here and now.
  record Claimed(ClaimedTurn turn) implements Accepted {}

  /// It is stored and waits.
  record Waiting(ConversationId conversation) implements Accepted {}

  /// It was handed in before.
  record Duplicate() implements Accepted {}

  /// It is not stored: it is not for the bot, by what is set for its place.
  record Ignored() implements Accepted {}

  /// It is not stored: too many messages wait in its conversation already.
  record Full(int waiting) implements Accepted {}
}
